package fr.maillage.warehouse;

import fr.maillage.schemas.TableContract;
import java.util.List;

/**
 * A transformation whose rows are told release by release: a new one is computed alone, the others stay.
 *
 * <p>A release is what the landed files of one vintage say. {@link #build} is called once per release and sees, of the
 * tables named by {@link #releases}, the rows of that release only; other tables are seen whole.
 */
public interface ByRelease extends Transformation {

    /** The tables it reads release by release: bronze tables, or tables that are themselves made by release. */
    List<TableContract> releases();
}

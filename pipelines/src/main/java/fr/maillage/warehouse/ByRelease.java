package fr.maillage.warehouse;

import fr.maillage.schemas.TableContract;
import java.util.List;

/**
 * A transformation whose rows are told release by release: a new one is computed alone, the others stay.
 *
 * <p>A release is what the landed files of one vintage say. {@link #build} sees, of the tables named by {@link #releases},
 * the rows of the releases that are new, one or several; other tables are seen whole. What it makes of a release stands
 * on the rows of that release alone.
 */
public interface ByRelease extends Transformation {

    /** The tables it reads release by release: bronze tables, or tables that are themselves made by release. */
    List<TableContract> releases();

    /** The date column that says which release a row is of. */
    String releaseColumn();
}

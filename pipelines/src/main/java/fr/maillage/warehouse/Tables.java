package fr.maillage.warehouse;

import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.TableContract;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The one door through which a transformation sees data.
 *
 * <p>Behind it stands the warehouse, a past state of it, an empty warehouse (to learn what a transformation reads), text
 * tables in a test, or a scenario laid over the base. Nothing that reads through it can tell which.
 */
public interface Tables {

    /**
     * The rows of a table, without rejected ones. Bronze rows also carry the columns of {@link Technical}.
     *
     * <p>Reads are unconditional: what is read is the table's lineage.
     */
    Dataset<Row> read(TableContract table);

    /** The value of a parameter in this cadre; recorded like a read. */
    <T> T value(Parametre<T> parametre);

    /**
     * Brings few rows to the driver, for structures that are not tables (a point index, a graph). The only action a
     * transformation may take; empty while planning.
     *
     * @throws IllegalStateException when there are more rows than {@code atMost}
     */
    List<Row> list(Dataset<Row> few, int atMost);
}

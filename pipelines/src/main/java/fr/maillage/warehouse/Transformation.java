package fr.maillage.warehouse;

import fr.maillage.schemas.TableContract;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes one table from others: no state, no reading or writing of files.
 *
 * <p>The result has the columns of the contract, in any order, and may add the columns {@link Technical#FICHIER},
 * {@link Technical#LIGNE} (where the row comes from) and {@link Technical#REGLES} (names of the contract's rules it
 * breaks); the engine adds what the contract's constraints find and sets rejected rows aside.
 */
public interface Transformation {

    /** The contract of the table it computes. */
    TableContract target();

    /** Wires the tables it reads to the rows it gives. */
    Dataset<Row> build(Tables tables);

    /**
     * Those of the tables it reads without which it has no row: when one of them is empty, nothing is computed. Mostly
     * none; said where the other tables are large and this one may never be loaded.
     */
    default List<TableContract> needs() {
        return List.of();
    }
}

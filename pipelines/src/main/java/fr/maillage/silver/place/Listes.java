package fr.maillage.silver.place;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import fr.maillage.schemas.CodeList;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Closed lists as tables, to be joined with others. */
final class Listes {

    private static final String LIGNE = "_liste";

    private Listes() {}

    /**
     * One row per line of the list, its columns prefixed by an underscore; an empty cell is null.
     *
     * @param support any table: a table has to stand on one
     */
    static Dataset<Row> table(Dataset<Row> support, CodeList list) {
        Column lignes = array(list.rows().stream().map(row -> ligne(list, row)).toArray(Column[]::new));
        return support.agg(max(lit(1))).select(explode(lignes).as(LIGNE)).select(col(LIGNE + ".*"));
    }

    private static Column ligne(CodeList list, Map<String, String> row) {
        return struct(list.columns().stream()
                .map(column -> lit(row.get(column).isEmpty() ? null : row.get(column))
                        .cast("string")
                        .as("_" + column))
                .toArray(Column[]::new));
    }
}

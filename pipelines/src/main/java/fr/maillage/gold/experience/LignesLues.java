package fr.maillage.gold.experience;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.split;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.SparkSchemas;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lines of a file of the program as a table: same names, the types of its contract; an empty cell is null. */
public final class LignesLues {

    private static final String LIGNE = "_lue";

    private LignesLues() {}

    /**
     * One row per line.
     *
     * @param stand any table: only that it is there counts
     */
    static Dataset<Row> of(Dataset<Row> stand, CodeList lines, TableContract table) {
        return lues(
                stand,
                lines,
                table.fields().stream().map(field -> value(lines, field)).toArray(Column[]::new));
    }

    /** One row per line, with the columns of the file as texts. */
    public static Dataset<Row> textes(Dataset<Row> stand, CodeList lines) {
        return lues(
                stand,
                lines,
                lines.columns().stream()
                        .map(column -> texte(lines, column).as(column))
                        .toArray(Column[]::new));
    }

    private static Dataset<Row> lues(Dataset<Row> stand, CodeList lines, Column... columns) {
        String[] texts =
                lines.rows().stream().map(row -> String.join(";", row.values())).toArray(String[]::new);
        return stand.agg(max(lit(1)))
                .select(explode(lit(texts)).as("_texte"))
                .select(split(col("_texte"), ";", -1).as(LIGNE))
                .select(columns);
    }

    private static Column value(CodeList lines, Field field) {
        return texte(lines, field.name()).cast(SparkSchemas.of(field)).as(field.name());
    }

    private static Column texte(CodeList lines, String column) {
        int place = lines.columns().indexOf(column) + 1;
        if (place == 0) {
            throw new IllegalArgumentException(lines.name() + " has no column " + column);
        }
        return nullif(element_at(col(LIGNE), lit(place)), lit(""));
    }
}

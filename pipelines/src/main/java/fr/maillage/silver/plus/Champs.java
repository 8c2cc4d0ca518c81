package fr.maillage.silver.plus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;

/** Values inside documents, by the names on the way to them: texts trimmed, null when empty, or read as what they are. */
public final class Champs {

    private Champs() {}

    public static Column champ(String... path) {
        return col(String.join(".", path));
    }

    public static Column texte(String... path) {
        return texte(champ(path));
    }

    public static Column texte(Column value) {
        return nullif(trim(value), lit(""));
    }

    /** The day of an ISO date or instant; null when the text is none. */
    public static Column jour(Column value) {
        Column day = substring(trim(value), 1, 10);
        return when(day.rlike("^\\d{4}-\\d{2}-\\d{2}$"), day.try_cast("date"));
    }

    /** The whole number of a text; null when it is none. */
    public static Column entier(Column value) {
        return when(trim(value).rlike("^\\d{1,9}$"), trim(value).try_cast("bigint"));
    }

    /** The number of a text, with a sign and a point; null when it is none. */
    public static Column nombre(Column value) {
        return when(trim(value).rlike("^-?\\d{1,12}(\\.\\d+)?$"), trim(value).try_cast("double"));
    }

    /** Whether one of the values should be a date and is none. */
    public static Column sansDate(Column... values) {
        return some(values, value -> texte(value).isNotNull().and(jour(value).isNull()));
    }

    /** Whether one of the values should be a number and is none. */
    public static Column sansNombre(Column... values) {
        return some(values, value -> texte(value).isNotNull().and(nombre(value).isNull()));
    }

    private static Column some(Column[] values, java.util.function.UnaryOperator<Column> condition) {
        return Arrays.stream(values)
                .map(value -> coalesce(condition.apply(value), lit(false)))
                .reduce(Column::or)
                .orElseThrow();
    }
}

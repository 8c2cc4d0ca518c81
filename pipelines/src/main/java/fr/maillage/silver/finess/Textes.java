package fr.maillage.silver.finess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.FieldType;
import fr.maillage.schemas.TableContract;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Texts of FINESS files as silver keeps them: trimmed, without the quotes their exports add, null when empty. */
public final class Textes {

    private Textes() {}

    /**
     * The rows with every text of the contract cleaned: quotes around a text go, doubled and quadrupled quotes become
     * one.
     */
    static Dataset<Row> nettoyees(Dataset<Row> rows, TableContract bronze) {
        Map<String, Column> cleaned = new LinkedHashMap<>();
        for (Field field : bronze.fields()) {
            if (field.type() == FieldType.STRING) {
                cleaned.put(field.name(), texte(field.name()));
            }
        }
        return rows.withColumns(cleaned);
    }

    /** The value of one column, cleaned. */
    public static Column texte(String column) {
        Column value = col(column);
        return videEnNul(when(value.contains("\""), sansGuillemets(value)).otherwise(value));
    }

    private static Column sansGuillemets(Column value) {
        Column unquoted = regexp_replace(value, "^\"((?:[^\"]|\"\")*)\"$", "$1");
        Column single = regexp_replace(unquoted, "\"{2,}", "\"");
        return regexp_replace(single, "^\"([^\"]*)\"$", "$1");
    }

    /** Several cleaned columns in one line, without those that are empty. */
    static Column ligne(String... columns) {
        return videEnNul(
                concat_ws(" ", Arrays.stream(columns).map(functions::col).toArray(Column[]::new)));
    }

    static Column videEnNul(Column text) {
        return nullif(trim(text), lit(""));
    }

    /** The day of an ISO date or instant; null when the text is none. */
    static Column jour(String column) {
        Column day = substring(col(column), 1, 10);
        return when(day.rlike("^\\d{4}-\\d{2}-\\d{2}$"), day.try_cast("date"));
    }

    /** Whether a text should be a date and is none. */
    static Column illisible(String column) {
        return functions.trim(col(column)).notEqual("").and(jour(column).isNull());
    }

    /** The whole number of a text; null when it is none. */
    static Column entier(String column) {
        return when(col(column).rlike("^\\d{1,9}$"), col(column).try_cast("bigint"));
    }

    /** The number of a text, with a point or a comma; null when it is none. */
    static Column nombre(String column) {
        Column value = functions.replace(functions.trim(col(column)), lit(","), lit("."));
        return when(value.rlike("^-?\\d{1,12}(\\.\\d+)?$"), value.try_cast("double"));
    }

    /** Whether one of the texts should be a number and is none. */
    static Column sansNombre(String... columns) {
        return Arrays.stream(columns)
                .map(column -> col(column).isNotNull().and(nombre(column).isNull()))
                .reduce(Column::or)
                .orElseThrow();
    }

    /** Whether one of the texts should be a date and is none; an absent text is no date that failed. */
    static Column sansDate(String... columns) {
        return Arrays.stream(columns)
                .map(column -> functions.coalesce(illisible(column), lit(false)))
                .reduce(Column::or)
                .orElseThrow();
    }

    /** True for O, false for N, null for anything else. */
    static Column oui(String column) {
        Column answer = functions.upper(col(column));
        return when(answer.equalTo("O"), true).when(answer.equalTo("N"), false);
    }
}

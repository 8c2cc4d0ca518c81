package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.FieldType;
import fr.maillage.schemas.TableContract;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/** The constraints of a contract's columns as named rules: {@code nb_heures.minimum} → when it is broken. */
final class Constraints {

    private Constraints() {}

    /** In the contract's order; a value that is null breaks {@code required} alone. */
    static Map<String, Column> of(TableContract table) {
        Map<String, Column> broken = new LinkedHashMap<>();
        for (Field field : table.fields()) {
            Column value = col(field.name());
            Field.Constraints promise = field.constraints();
            if (promise.required()) {
                broken.put(field.name() + ".required", value.isNull());
            }
            if (promise.pattern() != null) {
                broken.put(field.name() + ".pattern", not(value.rlike("^(?:" + promise.pattern() + ")$")));
            }
            if (promise.minimum() != null) {
                broken.put(field.name() + ".minimum", value.lt(number(field, promise.minimum())));
            }
            if (promise.maximum() != null) {
                broken.put(field.name() + ".maximum", value.gt(number(field, promise.maximum())));
            }
            if (!promise.oneOf().isEmpty()) {
                broken.put(
                        field.name() + ".enum", not(value.isin(promise.oneOf().toArray())));
            }
        }
        return broken;
    }

    private static Column number(Field field, double bound) {
        return field.type() == FieldType.INTEGER ? lit((long) bound) : lit(bound);
    }

    /** The same as conditions of SQL, for files that are already written. */
    static Map<String, String> inSql(TableContract table) {
        Map<String, String> broken = new LinkedHashMap<>();
        for (Field field : table.fields()) {
            String value = FileQueries.name(field.name());
            Field.Constraints promise = field.constraints();
            if (promise.required()) {
                broken.put(field.name() + ".required", value + " IS NULL");
            }
            if (promise.pattern() != null) {
                broken.put(
                        field.name() + ".pattern",
                        "NOT regexp_full_match(" + value + ", " + FileQueries.text(promise.pattern()) + ")");
            }
            if (promise.minimum() != null) {
                broken.put(field.name() + ".minimum", value + " < " + promise.minimum());
            }
            if (promise.maximum() != null) {
                broken.put(field.name() + ".maximum", value + " > " + promise.maximum());
            }
            if (!promise.oneOf().isEmpty()) {
                String values = String.join(
                        ", ", promise.oneOf().stream().map(FileQueries::text).toList());
                broken.put(field.name() + ".enum", value + " NOT IN (" + values + ")");
            }
        }
        return broken;
    }
}

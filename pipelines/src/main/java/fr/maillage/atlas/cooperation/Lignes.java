package fr.maillage.atlas.cooperation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;

/** Turns rows into what a page can hold: columns by name, days as text, lists as lists; nulls are left out. */
final class Lignes {

    private Lignes() {}

    static Map<String, Object> of(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        String[] names = row.schema().fieldNames();
        for (int i = 0; i < names.length; i++) {
            if (!row.isNullAt(i)) {
                values.put(names[i], value(row, i));
            }
        }
        return values;
    }

    private static Object value(Row row, int column) {
        Object given = row.get(column);
        if (given instanceof java.sql.Date || given instanceof java.time.LocalDate) {
            return given.toString();
        }
        return given instanceof Iterable<?> ? List.copyOf(row.getList(column)) : given;
    }

    /** A column as text; null when it is not known. */
    static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? null : value.toString();
    }

    /** A column that holds several texts; empty when it is not known. */
    static List<String> texts(Map<String, Object> row, String column) {
        return row.get(column) instanceof List<?> several
                ? several.stream().map(Object::toString).toList()
                : List.of();
    }
}

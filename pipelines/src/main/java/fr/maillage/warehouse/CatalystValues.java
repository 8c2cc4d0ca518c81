package fr.maillage.warehouse;

import fr.maillage.schemas.Field;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Values as readers of files give them, in Spark's own form: an object is an {@code Object[]} with one value per field of
 * the contract, a list of objects an {@code Object[][]}, a list of texts a {@code String[]}.
 *
 * <p>Rows of the public form would be turned into these one reflected value at a time, which for documents of a
 * gigabyte takes longer than parsing them.
 */
final class CatalystValues {

    private CatalystValues() {}

    /** The values of a record, in the contract's order, into the first places of a row. */
    static void copy(Object[] record, List<Field> fields, Object[] row) {
        for (int i = 0; i < fields.size(); i++) {
            row[i] = of(fields.get(i), record[i]);
        }
    }

    static UTF8String text(String value) {
        return UTF8String.fromString(value);
    }

    static ArrayData texts(String... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = UTF8String.fromString(values[i]);
        }
        return new GenericArrayData(texts);
    }

    static int day(Date date) {
        return Math.toIntExact(date.toLocalDate().toEpochDay());
    }

    private static Object of(Field field, Object value) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case STRING -> text((String) value);
            case TEXTS -> texts((String[]) value);
            case DATE -> day((Date) value);
            case OBJECT -> object(field, (Object[]) value);
            case ARRAY -> objects(field, (Object[][]) value);
            case INTEGER, NUMBER, BOOLEAN, GEOMETRY, BYTES -> value;
            case DATETIME -> throw new IllegalArgumentException("Bronze keeps instants as texts: " + field.name());
        };
    }

    private static InternalRow object(Field field, Object[] value) {
        Object[] members = new Object[value.length];
        copy(value, field.fields(), members);
        return new GenericInternalRow(members);
    }

    private static ArrayData objects(Field field, Object[][] values) {
        Object[] rows = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            rows[i] = values[i] == null ? null : object(field, values[i]);
        }
        return new GenericArrayData(rows);
    }
}

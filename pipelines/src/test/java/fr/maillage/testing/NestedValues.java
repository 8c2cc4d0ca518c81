package fr.maillage.testing;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Values as readers of files give them, as rows of a test: an object is an {@code Object[]} with one value per field
 * of the contract, a list of objects an {@code Object[][]}, a list of texts a {@code String[]}.
 */
public final class NestedValues {

    private NestedValues() {}

    /** The values of a record into the first places of a row. */
    public static void copy(Object[] record, TableContract table, Object[] row) {
        List<Field> fields = table.fields();
        for (int i = 0; i < fields.size(); i++) {
            row[i] = of(fields.get(i), record[i]);
        }
    }

    private static Object of(Field field, Object value) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case OBJECT -> object(field, (Object[]) value);
            case ARRAY -> objects(field, (Object[][]) value);
            default -> value;
        };
    }

    private static Row object(Field field, Object[] value) {
        Object[] members = new Object[value.length];
        for (int i = 0; i < value.length; i++) {
            members[i] = of(field.fields().get(i), value[i]);
        }
        return RowFactory.create(members);
    }

    private static Row[] objects(Field field, Object[][] values) {
        Row[] rows = new Row[values.length];
        for (int i = 0; i < values.length; i++) {
            rows[i] = values[i] == null ? null : object(field, values[i]);
        }
        return rows;
    }
}

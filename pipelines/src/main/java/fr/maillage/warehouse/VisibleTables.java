package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Access;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.TableContract;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Tables as some may see them: one that fewer people may see has no row, a column that fewer people may see is unknown.
 *
 * @param widest who they are shown to
 */
public record VisibleTables(Tables tables, Access widest) implements Tables {

    @Override
    public Dataset<Row> read(TableContract table) {
        Dataset<Row> rows = tables.read(table);
        if (isHidden(table.access())) {
            return rows.where(lit(false));
        }
        Column[] shown = Arrays.stream(rows.schema().fields())
                .map(field -> isHidden(access(table, field)) ? unknown(field) : col(field.name()))
                .toArray(Column[]::new);
        return rows.select(shown);
    }

    private boolean isHidden(Access access) {
        return access.compareTo(widest) > 0;
    }

    private static Access access(TableContract table, StructField field) {
        return table.find(field.name()).map(Field::access).orElse(table.access());
    }

    private static Column unknown(StructField field) {
        return lit(null).cast(field.dataType()).as(field.name());
    }

    @Override
    public <T> T value(Parametre<T> parametre) {
        return tables.value(parametre);
    }

    @Override
    public List<Row> list(Dataset<Row> few, int atMost) {
        return tables.list(few, atMost);
    }
}

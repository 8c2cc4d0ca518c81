package fr.maillage.testing;

import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A warehouse of text tables: what is not given is empty. */
public final class TestTables implements Tables {

    private final SparkSession spark;
    private final Map<String, Dataset<Row>> tables = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();

    public TestTables(SparkSession spark) {
        this.spark = spark;
    }

    public TestTables with(TableContract table, String text) {
        tables.put(table.id(), TextTable.table(spark, table, text));
        return this;
    }

    public TestTables with(TableContract table, Dataset<Row> rows) {
        tables.put(table.id(), rows);
        return this;
    }

    public <T> TestTables with(Parametre<T> parametre, T value) {
        values.put(parametre.name(), value);
        return this;
    }

    @Override
    public Dataset<Row> read(TableContract table) {
        return tables.computeIfAbsent(
                table.id(), id -> spark.createDataFrame(List.of(), fr.maillage.warehouse.SparkSchemas.read(table)));
    }

    @Override
    public <T> T value(Parametre<T> parametre) {
        return parametre.type().cast(values.getOrDefault(parametre.name(), parametre.value()));
    }

    @Override
    public List<Row> list(Dataset<Row> few, int atMost) {
        return few.collectAsList();
    }
}

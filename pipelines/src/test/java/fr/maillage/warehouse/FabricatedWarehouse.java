package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import fr.maillage.testing.TextTable;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A small published warehouse on disk, written from text tables: what readers are tested on. */
public final class FabricatedWarehouse {

    private final SparkSession spark;
    private final Warehouse warehouse;
    private final Map<String, TableState> states = new HashMap<>();
    private long number;

    public FabricatedWarehouse(SparkSession spark, Path folder) {
        this.spark = spark;
        this.warehouse = Warehouse.at(folder.toString());
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    /** Gives the table these rows in the next publication. Technical columns may be written too. */
    public FabricatedWarehouse with(TableContract table, String text) {
        return with(table, TextTable.stored(spark, table, text));
    }

    public FabricatedWarehouse with(TableContract table, Dataset<Row> stored) {
        String run = "run-" + number + "-" + states.size();
        Path folder = warehouse.table(table).resolve(run);
        stored.coalesce(1).write().parquet(folder.toString());
        List<String> files = Arrays.stream(folder.toFile().listFiles())
                .map(File::getName)
                .filter(name -> name.endsWith(".parquet"))
                .map(name -> run + "/" + name)
                .toList();
        states.put(
                table.id(),
                new TableState(table.id(), number, table.digest(), 0.1, List.of(part(table, stored, files))));
        return this;
    }

    public Publication publish() {
        number++;
        Publication publication = new Publication(
                number, Instant.parse("2026-11-21T10:00:00Z"), "programme", Map.of(), new TreeMap<>(states));
        new Publications(warehouse).write(publication);
        return publication;
    }

    private static Part part(TableContract table, Dataset<Row> stored, List<String> files) {
        Map<String, Long> rules = new TreeMap<>();
        long rejected = 0;
        if (table.layer() != Layer.GOLD) {
            rejected = stored.where(col(Technical.REJETE)).count();
            stored.select(explode(col(Technical.REGLES)))
                    .collectAsList()
                    .forEach(row -> rules.merge(row.getString(0), 1L, Long::sum));
        }
        return new Part("", Map.of(), stored.count() - rejected, rejected, "0", "0", rules, files);
    }
}

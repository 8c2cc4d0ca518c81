package fr.maillage.warehouse;

import fr.maillage.schemas.TableContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables that were opened in a build, each once for all its readers: to list its files and resolve its columns takes
 * longer than to read some rows.
 *
 * <p>A reader that asks twice for a table gets two that Spark tells apart, so that they can be joined.
 */
final class Opened {

    /** Which table, which of its files, and for which time a reader asks for it. */
    private record Key(String table, List<String> files, int time) {}

    private final Map<Key, Dataset<Row>> datasets;
    private final Map<String, Integer> times = new HashMap<>();

    Opened() {
        this(new ConcurrentHashMap<>());
    }

    private Opened(Map<Key, Dataset<Row>> datasets) {
        this.datasets = datasets;
    }

    /** The same tables for one more reader. */
    Opened forReader() {
        return new Opened(datasets);
    }

    synchronized Dataset<Row> get(TableContract table, List<String> files, Supplier<Dataset<Row>> opening) {
        int time = times.merge(table.id(), 1, Integer::sum);
        return datasets.computeIfAbsent(new Key(table.id(), files, time), key -> opening.get());
    }
}

package fr.maillage.warehouse;

import fr.maillage.source.Fiche;
import fr.maillage.source.Landing;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Opens the Spark session, with the settings that were measured to matter on one machine. */
public final class Sessions {

    /**
     * For data of a few megabytes: plans are interpreted instead of compiled, made once instead of again after each
     * stage, and run in one task. A build of small tables spends most of its time preparing work of a few milliseconds.
     */
    public static final Map<String, String> SMALL = Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.shuffle.partitions", "1",
            // Every sort, aggregate and broadcast takes a page and keeps it: 4 MB of zeros for some rows.
            "spark.buffer.pageSize", "256k");

    /** Bytes of landed files up to which data is small. */
    private static final long SMALL_LANDING = 20_000_000;

    private Sessions() {}

    /** A session made for as much data as landed in a warehouse. */
    public static SparkSession of(Warehouse warehouse) {
        long bytes = new Landing(warehouse)
                .fiches().stream().mapToLong(Fiche::taille).sum();
        return open(bytes < SMALL_LANDING ? SMALL : Map.of());
    }

    public static SparkSession open(Map<String, String> settings) {
        int cores = Runtime.getRuntime().availableProcessors();
        SparkSession.Builder builder = SparkSession.builder()
                .appName("maillage")
                .master("local[" + cores + "]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.shuffle.partitions", Integer.toString(2 * cores))
                // What is sent to all tasks may take long to compute on a busy machine; that is no error.
                .config("spark.sql.broadcastTimeout", "36000")
                // An 80,000-row file would otherwise be a single task, and so would what is joined with it.
                .config("spark.sql.files.minPartitionNum", Integer.toString(cores))
                .config("spark.sql.adaptive.coalescePartitions.minPartitionSize", "64k")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
                .config("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
                .config("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "2")
                .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                .config("spark.cleaner.referenceTracking", "false")
                // Every sort, aggregate and broadcast takes at least a page: 64 MB each unless told otherwise.
                .config("spark.buffer.pageSize", "4m")
                // Nobody looks at plans, nor at which line of the program asked for a column; both are made for each.
                .config("spark.sql.ui.explainMode", "simple")
                .config("spark.sql.dataFrameQueryContext.enabled", "false")
                // Beyond so many groups, sets are made by sorting: 128 unless told otherwise.
                .config("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "50000")
                // Java knows the letters as well as the other library does, and is ready.
                .config("spark.sql.icu.caseMappings.enabled", "false");
        LocalFiles.sparkSettings().forEach(builder::config);
        settings.forEach(builder::config);
        return builder.getOrCreate();
    }
}

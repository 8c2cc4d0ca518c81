package fr.maillage.bench;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import fr.maillage.geo.PointIndex;
import fr.maillage.geo.PointIndex.Territory;
import fr.maillage.serving.spark.BenchCatalogue;
import fr.maillage.warehouse.Sessions;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.io.WKBWriter;

/**
 * Points to communes, in one run and one Spark session: the point index as plain Java, as a Spark function, and Sedona's
 * broadcast join. Prints a table.
 *
 * <p>{@code --points N} asks the Spark function for N points (the first million, again and again, each time moved a
 * little); plain Java is asked for a million at most, and so is Sedona unless {@code --sedona N} says fewer.
 * {@code --out DIR} also writes the points and contours as Parquet for {@code bench_points.py}. On a machine that does
 * other work at the same time, points per second of processor time tell more than points per second.
 *
 * <p>{@code index} instead of {@code points} runs {@link PointIndexBenchmark} under JMH.
 */
public final class BenchPoints {

    private static final int MILLION = 1_000_000;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final SparkSession spark;
    private final Terrain terrain;

    private BenchPoints(SparkSession spark, Terrain terrain) {
        this.spark = spark;
        this.terrain = terrain;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("index")) {
            org.openjdk.jmh.Main.main(new String[] {PointIndexBenchmark.class.getSimpleName()});
            return;
        }
        Map<String, String> options = options(args);
        long nbPoints = Long.parseLong(options.getOrDefault("--points", Integer.toString(MILLION)));
        SparkSession spark = Sessions.open(Map.of("spark.log.level", "ERROR"));
        try {
            long few = Math.min(nbPoints, MILLION);
            long forSedona = Long.parseLong(options.getOrDefault("--sedona", Long.toString(few)));
            new BenchPoints(spark, Terrain.find()).run(nbPoints, Math.min(few, forSedona), options.get("--out"));
        } finally {
            spark.stop();
        }
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            boolean known = List.of("--points", "--sedona", "--out").contains(args[i]);
            if (args[i].equals("points")) {
                continue;
            }
            if (!known || i + 1 == args.length) {
                System.err.println("Cannot run: unknown option " + args[i] + ". Usage: bench points [--points N] [--sedona N] [--out DIR]");
                System.exit(2);
            }
            options.put(args[i], args[++i]);
        }
        return options;
    }

    private void run(long nbPoints, long forSedona, String out) {
        int few = (int) Math.min(nbPoints, MILLION);
        long start = System.nanoTime();
        PointIndex index = PointIndex.build(terrain.communes());
        double built = seconds(start);
        double[] points = terrain.points(few, 42);
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d territories, indexed in %.2f s (%d MB); %d processors, shared with whatever else runs%n%n",
                terrain.title(),
                index.size(),
                built,
                index.toBytes().length >> 20,
                Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "%-46s %12s %12s %9s %12s %15s%n", "engine", "points", "found", "seconds", "M points/s", "M per CPU s");

        plainJava(index, points, 1);
        plainJava(index, points, 2);
        Dataset<Row> table = table(points).cache();
        table.count();
        sparkFunction(index, table, nbPoints);
        if (out != null) {
            table.coalesce(1).write().mode("overwrite").parquet(out + "/points.parquet");
            contours().coalesce(1).write().mode("overwrite").parquet(out + "/contours.parquet");
        }
        sedona(table, forSedona);
    }

    private void plainJava(PointIndex index, double[] points, int threads) {
        measure("point index, Java, threads: " + threads, points.length / 2, 3, () -> IntStream.range(
                        0, threads)
                .parallel()
                .mapToLong(thread -> found(index, points, thread, threads))
                .sum());
    }

    private static long found(PointIndex index, double[] points, int part, int parts) {
        long count = points.length / 2;
        int from = (int) (count * part / parts) * 2;
        int to = (int) (count * (part + 1) / parts) * 2;
        long found = 0;
        for (int i = from; i < to; i += 2) {
            found += index.find(points[i], points[i + 1]) == PointIndex.NONE ? 0 : 1;
        }
        return found;
    }

    private void sparkFunction(PointIndex index, Dataset<Row> table, long nbPoints) {
        BenchCatalogue.use(spark, index);
        Column commune = expr("bench.commune(x, y)");
        Column found = count(commune);
        Dataset<Row> many = repeated(table, nbPoints);
        measure("point index, Spark function", Math.min(nbPoints, MILLION), 2, () -> table.agg(found).first().getLong(0));
        if (nbPoints > MILLION) {
            measure("making the points alone (sum of x and y)", nbPoints, 1, () -> (long)
                    many.agg(sum(col("x").plus(col("y")))).first().getDouble(0));
            measure("Spark function, points made too, counted", nbPoints, 1, () ->
                    many.agg(found).first().getLong(0));
            measure("the same, number per commune", nbPoints, 1, () -> BenchCatalogue.comptes(many)
                    .where(col("code_territoire").isNotNull()).agg(sum("nb_points")).first().getLong(0));
        }
        measure("Spark function, written as Parquet", nbPoints, 0, () -> written(many.withColumn("code", commune)));
    }

    /** Writes the points with their commune, and counts those that have one. */
    private long written(Dataset<Row> assigned) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("maillage-points");
            Observation observed = new Observation("points");
            assigned.observe(observed, count(col("code")).as("found"))
                    .write().mode("overwrite").parquet(folder.toString());
            return ((Number) observed.getAsJava().get("found")).longValue();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The points cannot be written", e);
        } finally {
            FileUtils.deleteQuietly(folder == null ? null : folder.toFile());
        }
    }

    /**
     * The points again and again until there are enough, each time moved by up to 50 m. A turn goes through all of them,
     * so that two points that follow each other are far apart, as in a register.
     */
    private static Dataset<Row> repeated(Dataset<Row> table, long nbPoints) {
        long times = Math.max(1, nbPoints / MILLION);
        Dataset<Row> turns = table.sparkSession().range(0, times, 1, 2).toDF("tour");
        return turns.crossJoin(broadcast(table))
                .select(
                        col("x").plus(expr("(rand(1) - 0.5) * 0.001")).as("x"),
                        col("y").plus(expr("(rand(2) - 0.5) * 0.001")).as("y"));
    }

    private void sedona(Dataset<Row> table, long nbPoints) {
        SedonaContext.create(spark);
        Dataset<Row> communes = contours().select(col("code"), expr("ST_GeomFromWKB(wkb)").as("contour")).cache();
        communes.count();
        Dataset<Row> points = table.limit((int) nbPoints).select(expr("ST_Point(x, y)").as("point")).cache();
        points.count();
        measure("Sedona 1.8.0, broadcast join, ST_Intersects", nbPoints, 1, () -> points.join(
                        broadcast(communes), expr("ST_Intersects(contour, point)"))
                .agg(count(lit(1)))
                .first()
                .getLong(0));
    }

    private Dataset<Row> table(double[] points) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < points.length; i += 2) {
            rows.add(RowFactory.create(points[i], points[i + 1]));
        }
        StructType schema = new StructType().add("x", DataTypes.DoubleType).add("y", DataTypes.DoubleType);
        return spark.createDataFrame(rows, schema).repartition(2 * Runtime.getRuntime().availableProcessors());
    }

    private Dataset<Row> contours() {
        List<Row> rows = new ArrayList<>();
        for (Territory commune : terrain.communes()) {
            rows.add(RowFactory.create(commune.code(), new WKBWriter().write(commune.geometry())));
        }
        StructType schema = new StructType().add("code", DataTypes.StringType).add("wkb", DataTypes.BinaryType);
        return spark.createDataFrame(rows, schema);
    }

    /** Runs it some times to warm up, once more to measure. */
    private void measure(String engine, long nbPoints, int warmups, LongSupplier work) {
        for (int i = 0; i < warmups; i++) {
            System.err.println(engine + ": warming up, " + work.getAsLong() + " found");
        }
        long processorStart = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        long found = work.getAsLong();
        double seconds = seconds(start);
        double processor = (PROCESS.getProcessCpuTime() - processorStart) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-46s %12d %12d %9.2f %12.2f %15.2f%n",
                engine,
                nbPoints,
                found,
                seconds,
                nbPoints / seconds / 1e6,
                nbPoints / processor / 1e6);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

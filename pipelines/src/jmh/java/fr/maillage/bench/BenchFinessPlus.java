package fr.maillage.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.SourceFile;
import fr.maillage.source.finess.FinessPlus;
import fr.maillage.testing.plus.ActivitesGenerees;
import fr.maillage.testing.plus.Recensement;
import fr.maillage.testing.plus.StructuresGenerees;
import fr.maillage.warehouse.BuildListener;
import fr.maillage.warehouse.BuildReport;
import fr.maillage.warehouse.Builder;
import fr.maillage.warehouse.Freshness;
import fr.maillage.warehouse.PlanCache;
import fr.maillage.warehouse.Program;
import fr.maillage.warehouse.Sessions;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.BufferedOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.SparkSession;

/**
 * The two FINESS+ documents of the whole country, generated true to the census: reading alone, and from gzip to nested
 * Parquet in a warehouse, in processes of their own with 1 GB of heap. Prints a table.
 *
 * <p>{@code ./maillage bench finess-plus}, 2 processors; other work took most of them while the bronze tables were made (the
 * seconds are of the wall clock, the CPU seconds of the process alone); the first bronze table carries the start of Spark:
 *
 * <pre>
 * what                                 JSON MB      rows   seconds      MB/s       CPU s   live heap MB
 * read structures                          859    100160       4.0     213.2         7.6             30
 * read activities                         1708     45657       4.3     395.6         7.3             54
 * bronze structures, gz to Delta           859    100160      38.6      22.3        22.1            249
 * bronze activities, gz to Delta          1708     45657      48.0      35.6        30.4            295
 * </pre>
 *
 * <p>{@code --times-smaller N} divides everything by N; {@code --heap 512m} gives another heap.
 */
public final class BenchFinessPlus {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private BenchFinessPlus() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 2 && args[0].equals("read")) {
            measureReading(Path.of(args[1]));
            return;
        }
        if (args.length == 2 && args[0].equals("bronze")) {
            measureBronze(Path.of(args[1]));
            return;
        }
        int times = Integer.parseInt(option(args, "--times-smaller", "1"));
        Path folder = Files.createTempDirectory("finess-plus");
        try {
            generate(Recensement.FRANCE.sur(times), folder);
            // Each with the options the launcher gives the command that does this work.
            String heap = "-Xmx" + option(args, "--heap", "1g");
            System.out.printf(
                    "%d processors, %s%n%n%-34s %9s %9s %9s %9s %11s %14s%n",
                    Runtime.getRuntime().availableProcessors(),
                    heap,
                    "what",
                    "JSON MB",
                    "rows",
                    "seconds",
                    "MB/s",
                    "CPU s",
                    "live heap MB");
            measureApart("read", folder, heap);
            measureApart("bronze", folder, heap, "-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC");
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    private static String option(String[] args, String name, String otherwise) {
        int at = List.of(args).indexOf(name);
        return at < 0 || at + 1 == args.length ? otherwise : args[at + 1];
    }

    private interface Document {
        void write(OutputStream out) throws IOException;
    }

    private static void generate(Recensement census, Path folder) throws IOException {
        long start = System.nanoTime();
        gzip(folder.resolve("finess-structures-mensuel-202607.json.gz"), out ->
                StructuresGenerees.write(census, "2026-07-31T02:07:30Z", out));
        gzip(folder.resolve("finess-activites-mensuel-202607.json.gz"), out ->
                ActivitesGenerees.write(census, "2026-07-31T02:16:50Z", out));
        System.out.printf(
                Locale.ROOT,
                "generated in %.0f s: %d entities, %d establishments, %d events, %d zone communes%n",
                seconds(start),
                census.entites(),
                census.etablissements(),
                census.evenements(),
                census.communes());
    }

    private static void gzip(Path file, Document document) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16))) {
            document.write(out);
        }
    }

    private static void measureApart(String what, Path folder, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-D") || option.startsWith("--add") || option.startsWith("-Xlog"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BenchFinessPlus.class.getName(),
                what,
                folder.toString()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("The measuring process ended with " + status);
        }
    }

    private static void measureReading(Path folder) throws Exception {
        SourceFile structures = structures(folder);
        SourceFile activites = activites(folder);
        row("read structures", size(structures), () -> read(structures, FinessPlus.STRUCTURES));
        row("read activities", size(activites), () -> read(activites, FinessPlus.ACTIVITES));
    }

    private static void measureBronze(Path folder) throws Exception {
        SourceFile structures = structures(folder);
        SourceFile activites = activites(folder);
        long structuresSize = size(structures);
        long activitesSize = size(activites);
        SparkSession spark = Sessions.open(Map.of("spark.log.level", "ERROR"));
        try {
            Bronze bronze = new Bronze(spark, folder.resolve("warehouse"), List.of(structures, activites));
            row("bronze structures, gz to Delta", structuresSize, () -> bronze.build(FinessPlus.STRUCTURES));
            row("bronze activities, gz to Delta", activitesSize, () -> bronze.build(FinessPlus.ACTIVITES));
        } finally {
            spark.stop();
        }
    }

    private static SourceFile structures(Path folder) {
        return file(folder, "finess-structures-mensuel-202607.json.gz", FinessPlus.STRUCTURES);
    }

    private static SourceFile activites(Path folder) {
        return file(folder, "finess-activites-mensuel-202607.json.gz", FinessPlus.ACTIVITES);
    }

    private static SourceFile file(Path folder, String name, FinessPlus format) {
        String digest = "%064d".formatted(name.length());
        return new SourceFile(
                folder.resolve(name).toString(), "", name, digest, format.name(), LocalDate.of(2026, 7, 31), 1);
    }

    private static long size(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static long read(SourceFile file, FinessPlus format) throws IOException {
        long rows = 0;
        try (RecordIterator records = format.records(file, format.tables().get(0))) {
            for (; records.hasNext(); rows++) {
                records.next();
            }
        }
        return rows;
    }

    private record Bronze(SparkSession spark, Path folder, List<SourceFile> files) {

        long build(FinessPlus format) {
            Program program = new Program(List.of(FinessPlus.STRUCTURES, FinessPlus.ACTIVITES), List.of());
            Warehouse warehouse = Warehouse.at(folder.toString());
            Freshness freshness = new Freshness(
                    new PlanCache(program, warehouse, folder.resolve("plans")).get(() -> spark), files, Map.of());
            String table = format.tables().get(0).id();
            BuildReport report = new Builder(
                            spark, warehouse, program, freshness, BuildListener.SILENT)
                    .build(List.of(table));
            if (report.failed()) {
                throw new IllegalStateException(report.tables().toString());
            }
            return report.tables().get(0).rows();
        }
    }

    private interface Work {
        long rows() throws Exception;
    }

    private static void row(String what, long bytes, Work work) throws Exception {
        AtomicLong live = new AtomicLong();
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector).addNotificationListener((notice, handback) -> {
                    GarbageCollectionNotificationInfo info =
                            GarbageCollectionNotificationInfo.from((CompositeData) notice.getUserData());
                    long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                            .filter(pool -> pool.getKey().startsWith("G1")
                                    || pool.getKey().startsWith("PS")
                                    || pool.getKey().contains("Gen")
                                    || (pool.getKey().contains("Space")
                                            && !pool.getKey().contains("Meta")))
                            .mapToLong(pool -> pool.getValue().getUsed())
                            .sum();
                    live.accumulateAndGet(used, Math::max);
                }, null, null));
        long processor = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        long rows = work.rows();
        double seconds = seconds(start);
        System.out.printf(
                Locale.ROOT,
                "%-34s %9d %9d %9.1f %9.1f %11.1f %14d%n",
                what,
                bytes >> 20,
                rows,
                seconds,
                bytes / seconds / (1 << 20),
                (PROCESS.getProcessCpuTime() - processor) / 1e9,
                live.get() >> 20);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

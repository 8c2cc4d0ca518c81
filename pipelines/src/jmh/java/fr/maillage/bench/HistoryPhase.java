package fr.maillage.bench;

import fr.maillage.Pipeline;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.query.SqlSession;
import fr.maillage.serving.query.WarehouseViews;
import fr.maillage.source.Fiche;
import fr.maillage.source.Formats;
import fr.maillage.source.Landing;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Ingestion;
import fr.maillage.warehouse.BuildListener;
import fr.maillage.warehouse.BuildReport;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Publications;
import fr.maillage.warehouse.PublishedTables;
import fr.maillage.warehouse.Sessions;
import fr.maillage.warehouse.TableBuilt;
import fr.maillage.warehouse.TableState;
import fr.maillage.warehouse.Warehouse;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** What one process of {@link BenchHistory} does; its figures go to a file beside the warehouse. */
final class HistoryPhase {

    static final List<TableContract> HISTORIES =
            List.of(Silver.ETABLISSEMENT_VERSION, Silver.ENTITE_JURIDIQUE_VERSION);
    private static final List<TableContract> RELEASES =
            List.of(Bronze.FINESS_STRUCTUREEJ, Bronze.FINESS_STRUCTUREET, Bronze.FINESS_GEOLOCALISATION);

    private final Warehouse warehouse;
    private final int establishments;
    private final Properties figures = new Properties();

    private HistoryPhase(Warehouse warehouse, int establishments) {
        this.warehouse = warehouse;
        this.establishments = establishments;
    }

    static void main(String[] args) throws Exception {
        Path folder = Path.of(args[2]);
        HistoryPhase phase =
                new HistoryPhase(Warehouse.at(folder.resolve(args[4]).toString()), Integer.parseInt(args[5]));
        if (args[1].equals("read")) {
            phase.read();
        } else {
            phase.build(args[1], folder.resolve(args[3]));
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve(args[1] + ".properties"))) {
            phase.figures.store(out, null);
        }
    }

    private void build(String name, Path files) throws IOException {
        long processor = processor();
        long start = System.nanoTime();
        List<FileReport> reports = new Ingestion(warehouse, Formats.ALL, IngestListener.SILENT)
                .ingest(List.of(files), new Ingestion.Options(null, false, Duration.ZERO));
        if (reports.stream().anyMatch(FileReport::failed)) {
            throw new IllegalStateException(reports.toString());
        }
        figure("ingest", BenchHistory.seconds(start));
        start = System.nanoTime();
        BuildReport report = new Pipeline(warehouse, national())
                .build(HISTORIES.stream().map(TableContract::id).toList(), Duration.ZERO, new Said(name));
        if (report.failed()) {
            throw new IllegalStateException(report.tables().toString());
        }
        figure("build", BenchHistory.seconds(start));
        figure("cpu", (processor() - processor) / 1e9);
        figure("memory", memory());
        figure("landed", new Landing(warehouse).fiches().stream().mapToLong(Fiche::taille).sum() / 1e6);
        figure("bronze", size(RELEASES));
        figure("history", size(HISTORIES));
        for (TableContract table : HISTORIES) {
            TableState state = new Publications(warehouse).newest().find(table).orElseThrow();
            figure("rows." + table.name(), state.rows());
            figures.setProperty("digest." + table.name(), state.rows() + ":" + state.digest());
        }
        // A long run that is cut off has told this much.
        System.out.println(name + ": " + new TreeMap<>(figures));
    }

    /** A small register is the whole register too. */
    private Map<String, String> national() {
        return establishments >= 50_000
                ? Map.of()
                : Map.of("parution_nationale_entites", Integer.toString(establishments / 3));
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void figure(String key, double figure) {
        figures.setProperty(key, String.format(Locale.ROOT, "%.2f", figure));
    }

    /** What the system says this process held at most, in megabytes; the heap where it does not say. */
    private static double memory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Runtime.getRuntime().totalMemory() / 1e6;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum()
                / 1e3;
    }

    /** Megabytes of the files a publication names. */
    private double size(List<TableContract> tables) throws IOException {
        Publication publication = new Publications(warehouse).newest();
        long bytes = 0;
        for (TableContract table : tables) {
            for (String file : publication.find(table).orElseThrow().files()) {
                bytes += Files.size(warehouse.table(table).resolve(file));
            }
        }
        return bytes / 1e6;
    }

    private void read() throws Exception {
        Publication publication = new Publications(warehouse).newest();
        LocalDate day = day(publication);
        figures.setProperty("day", day.toString());
        long start = System.nanoTime();
        try (WarehouseViews views = WarehouseViews.open(warehouse, publication, FileNames.of(warehouse))) {
            figure("opening", BenchHistory.seconds(start));
            new SqlSession(
                            views,
                            OutputFormat.CSV,
                            new PrintWriter(Writer.nullWriter()),
                            new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                    .answer("SELECT * FROM silver.etablissement_version WHERE " + on(day));
        }
        figure("duckdb", BenchHistory.seconds(start));
        SparkSession spark = Sessions.open(Map.of("spark.log.level", "ERROR"));
        try {
            start = System.nanoTime();
            long rows = new PublishedTables(spark, warehouse, publication)
                    .read(Silver.ETABLISSEMENT_VERSION)
                    .where(on(day))
                    .count();
            figure("rows", rows);
            new PublishedTables(spark, warehouse, publication)
                    .read(Silver.ETABLISSEMENT_VERSION)
                    .where(on(day))
                    .write()
                    .format("noop")
                    .mode("overwrite")
                    .save();
            figure("spark", BenchHistory.seconds(start));
        } finally {
            spark.stop();
        }
    }

    private static LocalDate day(Publication publication) {
        List<LocalDate> days = publication.tables().get(Silver.PARUTION.id()).parts().stream()
                .map(part -> LocalDate.parse(part.value()))
                .sorted()
                .toList();
        return days.get(new Random(7).nextInt(days.size())).plusDays(10);
    }

    /** What was true on a day as it was known on that day. */
    private static String on(LocalDate day) {
        String on = "DATE '" + day + "'";
        return Stream.of("valide", "connu")
                .map(time -> time + "_du <= " + on + " AND " + time + "_au > " + on)
                .reduce((one, other) -> one + " AND " + other)
                .orElseThrow();
    }

    /** Says how long each table took. */
    private record Said(String phase) implements BuildListener {

        @Override
        public void planned(int tables) {}

        @Override
        public void started(String table) {}

        @Override
        public void done(TableBuilt built) {
            if (built.seconds() > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%s: %-40s %8.1f s %,12d rows%n",
                        phase,
                        built.table(),
                        built.seconds(),
                        built.rows());
            }
        }
    }
}

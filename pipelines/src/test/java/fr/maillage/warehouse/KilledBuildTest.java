package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.source.SourceFile;
import fr.maillage.testing.OtherProcess;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build killed with {@code kill -9} in a process of its own: yesterday's state stays, and the next build ends it. */
@SparkTest
class KilledBuildTest {

    private static final String YESTERDAY = "1;Brest\n";
    private static final String TODAY = "2;Brest\n3;Ys\n4;Lorient\n";

    /** Where the builder of this process stays until it is killed; null in the process of the test. */
    private static String halt;

    @TempDir
    Path folder;

    private SparkSession spark;
    private Warehouse warehouse;

    /** Builds both files and never ends. */
    public static final class Victim {
        public static void main(String[] args) {
            halt = args[1];
            Path folder = Path.of(args[0]);
            build(Sessions.open(Sessions.SMALL), new Warehouse(folder.resolve("entrepot")), both(folder));
            throw new AssertionError("It was to be killed.");
        }
    }

    @BeforeEach
    void buildYesterday(SparkSession session) {
        spark = session;
        warehouse = new Warehouse(folder.resolve("entrepot"));
        build(spark, warehouse, List.of(Essai.file(folder, "hier.csv", YESTERDAY)));
    }

    @Test
    void inTheMiddleOfTheWriteOfATable() throws IOException {
        killAt("row 4");

        assertThat(stagedServices()).as("files half written").anyMatch(Files::isDirectory);
        assertYesterdayStands();
        assertThat(outcomes(build(spark, warehouse, both(folder)))).containsExactly("RESUMED", "BUILT", "BUILT");
        assertAsIfUndisturbed();
    }

    @Test
    void betweenTheLastTableAndThePublication() throws IOException {
        killAt(Essai.PAR_VILLE.id());

        assertYesterdayStands();
        assertThat(outcomes(build(spark, warehouse, both(folder)))).containsExactly("RESUMED", "RESUMED", "RESUMED");
        assertAsIfUndisturbed();
    }

    private void killAt(String point) throws IOException {
        try (OtherProcess victim = OtherProcess.start(Victim.class, folder.toString(), point)) {
            assertThat(victim.heard()).isEqualTo(point);
            victim.kill();
        }
    }

    private void assertYesterdayStands() {
        Publication newest = new Publications(warehouse).newest();
        assertThat(newest.number()).isEqualTo(1);
        assertThat(new PublishedTables(spark, warehouse, newest)
                        .read(Essai.SERVICE)
                        .count())
                .isEqualTo(1);
    }

    private void assertAsIfUndisturbed() {
        Warehouse other = new Warehouse(folder.resolve("tranquille"));
        build(spark, other, both(folder));
        assertThat(digests(warehouse)).isEqualTo(digests(other)).hasSize(3);
    }

    private List<Path> stagedServices() throws IOException {
        try (Stream<Path> runs = Files.list(warehouse.table(Essai.SERVICE))) {
            return runs.filter(run -> run.getFileName().toString().startsWith("run-"))
                    .filter(run -> !Files.exists(run.resolve("_resultat.json")))
                    .toList();
        }
    }

    private static List<SourceFile> both(Path folder) {
        return List.of(Essai.file(folder, "hier.csv", YESTERDAY), Essai.file(folder, "auj.csv", TODAY));
    }

    private static BuildReport build(SparkSession spark, Warehouse warehouse, List<SourceFile> files) {
        Program program = Essai.program(KilledBuildTest::halting);
        Freshness freshness = new Freshness(Planner.plan(spark, program, "essai"), files, Map.of());
        try (WarehouseLock lock = WarehouseLock.take(warehouse, "build", Duration.ofSeconds(5))) {
            return new Builder(spark, warehouse, program, freshness, new Halting()).build(List.of());
        }
    }

    /** Rows as they are; where this process is to be killed at one of them, it stays there. */
    private static Dataset<Row> halting(Dataset<Row> lignes) {
        UDF1<String, Boolean> pass = code -> {
            halt("row " + code);
            return true;
        };
        return lignes.where(udf(pass, DataTypes.BooleanType).apply(col("code")));
    }

    private static void halt(String point) {
        if (point.equals(halt)) {
            OtherProcess.sayAndStay(point);
        }
    }

    private static final class Halting implements BuildListener {
        @Override
        public void planned(int tables) {}

        @Override
        public void started(String table) {}

        @Override
        public void done(TableBuilt built) {
            halt(built.table());
        }
    }

    private static Map<String, String> digests(Warehouse warehouse) {
        Map<String, String> digests = new TreeMap<>();
        new Publications(warehouse).newest().tables().forEach((id, state) -> digests.put(id, state.digest()));
        return digests;
    }

    private static List<String> outcomes(BuildReport report) {
        return report.tables().stream().map(table -> table.outcome().name()).toList();
    }
}

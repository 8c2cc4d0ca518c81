package fr.maillage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.cli.Typed;
import fr.maillage.example.Exemple;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.query.SqlSession;
import fr.maillage.serving.query.WarehouseViews;
import fr.maillage.source.Formats;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Ingestion;
import fr.maillage.testing.Golden;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.BuildListener;
import fr.maillage.warehouse.BuildReport;
import fr.maillage.warehouse.Publications;
import fr.maillage.warehouse.TableBuilt;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way once: the embedded example is written, ingested, built and asked. */
@SparkTest
class EndToEndTest {

    @TempDir
    private static Path folder;

    private static Warehouse warehouse;
    private static BuildReport report;
    private static WarehouseViews views;

    @BeforeAll
    static void buildTheExample(SparkSession spark) throws SQLException {
        warehouse = Warehouse.at(folder.resolve("entrepot").toString());
        // An installed program: what it learns about itself serves every warehouse.
        System.setProperty("maillage.home", folder.resolve("programme").toString());
        Exemple.write(folder.resolve("exemple"));
        ingest();
        report = build();
        views = WarehouseViews.open(warehouse, new Publications(warehouse).newest(), Map.of());
    }

    @AfterAll
    static void closeTheViews() throws SQLException {
        System.clearProperty("maillage.home");
        if (views != null) {
            views.close();
        }
    }

    @Test
    void everyTableIsBuilt() {
        assertThat(report.tables().stream().filter(TableBuilt::failed).map(TableBuilt::message))
                .isEmpty();
    }

    @Test
    void theSecondTimeThereIsNothingToDo() {
        assertThat(ingest()).noneMatch(file -> file.outcome().toString().equals("LANDED"));
        assertThat(build().nothingToDo()).isTrue();
    }

    @Test
    void itsLandingAloneGivesTheSameTables() {
        Path fresh = folder.resolve("neuf");
        Typed typed =
                Typed.run("build", "--from-landing", warehouse.landing().toString(), "--warehouse", fresh.toString());

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(digests(Warehouse.at(fresh.toString())))
                .isEqualTo(digests(warehouse))
                .containsKey("gold/offre_par_territoire");
    }

    @Test
    void anotherDayIsLaidOverTheBaseWithoutTouchingIt() {
        String count = "SELECT count(*) AS nb FROM silver.etablissement";
        Map<String, String> before = digests(warehouse);
        Typed unbuilt = run("sql", "--as-of", "2025-06-01", count);
        Typed built = run("build", "--as-of", "2025-06-01");

        assertThat(unbuilt.exitCode()).isEqualTo(2);
        assertThat(unbuilt.err()).contains("Run: maillage build --as-of 2025-06-01");
        assertThat(built.exitCode()).as(built.err()).isZero();
        assertThat(run("sql", "--as-of", "2025-06-01", "--format", "csv", count)
                        .out()
                        .lines())
                .containsExactly("nb", "994");
        assertThat(run("sql", "--format", "csv", count).out().lines()).containsExactly("nb", "1000");
        assertThat(digests(warehouse)).isEqualTo(before);
    }

    private static Typed run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--warehouse", warehouse.root().toString()));
        return Typed.run(all.toArray(String[]::new));
    }

    @Test
    void refusedLinesOfUploadsComeBackToBeCorrected() throws IOException {
        Path back = folder.resolve("a-corriger");
        Typed typed = Typed.run(
                "quality",
                "--to-correct",
                back.toString(),
                "--warehouse",
                warehouse.root().toString());

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        List<Path> files = typed.out().lines().map(Path::of).toList();
        long lines = 0;
        for (Path file : files) {
            lines += Files.readAllLines(file).size() - 1;
        }
        Typed rejected = Typed.run(
                "sql",
                "--warehouse",
                warehouse.root().toString(),
                "--format",
                "csv",
                "SELECT count(DISTINCT (fichier, ligne)) FROM silver.rejet"
                        + " WHERE regexp_matches(fichier, '^(activite|cooperations|membres|relais)')");
        assertThat(rejected.out().lines().skip(1)).containsExactly(Long.toString(lines));
        Typed sentAgain =
                Typed.run("ingest", "--dry-run", "--warehouse", warehouse.root().toString(), back.toString());
        assertThat(sentAgain.out()).contains(files.size() + " lisible");
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void answersAsItsGoldenFileSays(Golden golden) {
        golden.check(EndToEndTest::answer);
    }

    static Stream<Golden> goldenFiles() {
        return Golden.all().stream();
    }

    private static Map<String, String> digests(Warehouse of) {
        Map<String, String> digests = new TreeMap<>();
        new Publications(of).newest().tables().forEach((id, state) -> digests.put(id, state.digest()));
        return digests;
    }

    private static String answer(String sql) {
        StringWriter answer = new StringWriter();
        PrintWriter out = new PrintWriter(answer);
        new SqlSession(views, OutputFormat.TABLE, out, new PrintWriter(new StringWriter())).answer(sql);
        return answer.toString();
    }

    private static List<FileReport> ingest() {
        return new Ingestion(warehouse, Formats.ALL, IngestListener.SILENT)
                .ingest(List.of(folder.resolve("exemple")), new Ingestion.Options(null, false, Duration.ZERO));
    }

    private static BuildReport build() {
        return new Pipeline(warehouse, Map.of()).build(List.of(), Duration.ZERO, BuildListener.SILENT);
    }
}

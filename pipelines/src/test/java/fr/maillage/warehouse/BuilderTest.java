package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.source.SourceFile;
import fr.maillage.testing.DatasetAssert;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a program of three tables; few tests, because each writes real Delta tables. */
@SparkTest
class BuilderTest {

    @TempDir
    Path folder;

    private SparkSession spark;
    private Warehouse warehouse;

    @BeforeEach
    void open(SparkSession session) {
        spark = session;
        warehouse = new Warehouse(folder.resolve("mon entrepôt d'été"));
    }

    @Test
    void loadsFilesAndComputesWhatReadsThem() {
        BuildReport report = build(Essai.program(), file("a.csv", "1;Brest\n2;Brest\n3;Lorient\n"));

        assertThat(outcomes(report)).containsExactly("BUILT", "BUILT", "BUILT");
        DatasetAssert.assertThat(read().read(Essai.PAR_VILLE)).hasRows("""
                ville   | nombre
                Brest   | 2
                Lorient | 1
                """);
    }

    @Test
    void doesNothingWhenNothingChanged() {
        SourceFile file = file("a.csv", "1;Brest\n");
        BuildReport first = build(Essai.program(), file);
        BuildReport second = build(Essai.program(), file);

        assertThat(second.nothingToDo()).isTrue();
        assertThat(second.published()).isFalse();
        assertThat(second.publication()).isEqualTo(first.publication());
    }

    @Test
    void readsOnlyTheNewFileAndKeepsTheOthers() {
        SourceFile first = file("a.csv", "1;Brest\n");
        build(Essai.program(), first);
        String kept = state(Essai.LIGNE).files().get(0);
        build(Essai.program(), first, file("b.csv", "2;Lorient\n"));

        assertThat(state(Essai.LIGNE).files()).hasSize(2).contains(kept);
        assertThat(state(Essai.SERVICE).rows()).isEqualTo(2);
    }

    @Test
    void makesNoNewVersionWhenTheContentIsTheSame() {
        SourceFile file = file("a.csv", "1;Brest\n2;Brest\n");
        build(Essai.program(), file);
        long version = state(Essai.SERVICE).version();
        SourceFile other = file("b.csv", "2;Brest\n1;Brest\n");
        BuildReport report = build(Essai.program(), other);

        assertThat(outcomes(report)).containsExactly("BUILT", "BUILT", "FRESH");
        assertThat(state(Essai.SERVICE).version()).isEqualTo(version + 1);
        assertThat(state(Essai.PAR_VILLE).version()).isZero();
    }

    @Test
    void computesNothingOfATableWhileOneThatItNeedsIsEmpty() {
        AtomicInteger calls = new AtomicInteger();
        Program program = Essai.needing(calls::incrementAndGet);
        build(program, file("a.csv", "1;Brest\n"));
        build(program, file("a.csv", "1;Brest\n"), file("b.csv", "2;Lorient\n"));

        assertThat(calls).as("planned for each of two builds, never computed").hasValue(2);
        assertThat(state(Essai.PAR_VILLE).rows()).isZero();

        build(program, file("a.csv", "1;Brest\n"), file("c.csv", "3;Ys\n"));

        assertThat(calls).as("planned and computed").hasValue(4);
        assertThat(state(Essai.PAR_VILLE).rows()).isEqualTo(1);
    }

    @Test
    void setsWrongRowsAsideAndCountsThem() {
        build(Essai.program(), file("a.csv", "1;Brest\n2;Ys\n3;\nnimporte;quoi;du tout\n4;Brest\n5;Brest\n"));

        assertThat(state(Essai.LIGNE).rows()).isEqualTo(5);
        assertThat(state(Essai.LIGNE).rules()).isEqualTo(Map.of("largeur_de_ligne", 1L));
        assertThat(state(Essai.SERVICE).rows()).isEqualTo(3);
        assertThat(state(Essai.SERVICE).rules()).isEqualTo(Map.of("ville_interdite", 1L, "ville.required", 1L));
        DatasetAssert.assertThat(read().stored(Essai.SERVICE).where("_rejete")).hasRows("""
                code | _ligne | _regles
                2    | 2      | ville_interdite
                3    | 3      | ville.required
                """);
    }

    @Test
    void keepsYesterdaysTableWhenACheckFailsAndHoldsBackWhatReadsIt() {
        build(Essai.program(), file("a.csv", "1;Brest\n"));
        BuildReport report = build(Essai.program(), file("b.csv", "1;Brest\n1;Lorient\n"));

        assertThat(outcomes(report)).containsExactly("BUILT", "REFUSED", "HELD_BACK");
        assertThat(report.tables().get(1).message()).contains("silver/essai_service", "is not unique", "[1, 2]");
        DatasetAssert.assertThat(read().read(Essai.SERVICE)).hasRows("""
                code | ville
                1    | Brest
                """);
    }

    @Test
    void refusesATableMostOfWhoseRowsAreRejected() {
        build(Essai.program(), file("a.csv", "1;Brest\n"));
        BuildReport report = build(Essai.program(), file("b.csv", "1;Ys\n2;Ys\n3;Brest\n"));

        assertThat(report.tables().get(1).message()).contains("2 of 3 rows are rejected");
        assertThat(state(Essai.SERVICE).rows()).isEqualTo(1);
    }

    @Test
    void givesTheSameDigestsFromAnEmptyWarehouse() throws IOException {
        SourceFile file = file("a.csv", "1;Brest\n2;Ys\n3;Lorient\n");
        build(Essai.program(), file);
        Map<String, String> before = digests();
        delete(warehouse.root());
        build(Essai.program(), file);

        assertThat(digests()).isEqualTo(before);
    }

    @Test
    void resumesARunThatWasKilledBeforeItsPublication() throws IOException {
        SourceFile file = file("a.csv", "1;Brest\n");
        build(Essai.program(), file);
        Map<String, String> before = digests();
        delete(warehouse.publications());
        BuildReport report = build(Essai.program(), file);

        assertThat(outcomes(report)).containsExactly("RESUMED", "RESUMED", "RESUMED");
        assertThat(digests()).isEqualTo(before);
        assertThat(state(Essai.SERVICE).version()).isZero();
    }

    @Test
    void computesAgainWhatWasCutOffInTheMiddleOfAWrite() throws IOException {
        SourceFile file = file("a.csv", "1;Brest\n");
        build(Essai.program(), file);
        delete(warehouse.publications());
        try (Stream<Path> files = Files.walk(warehouse.table(Essai.SERVICE))) {
            for (Path result : files.filter(f -> f.endsWith("_resultat.json")).toList()) {
                Files.delete(result);
            }
        }

        assertThat(outcomes(build(Essai.program(), file))).containsExactly("RESUMED", "BUILT", "RESUMED");
    }

    @Test
    void keepsAReaderOnThePublicationItOpened() {
        build(Essai.program(), file("a.csv", "1;Brest\n"));
        PublishedTables pinned = read();
        build(Essai.program(), file("b.csv", "1;Brest\n2;Lorient\n"));

        assertThat(pinned.read(Essai.SERVICE).count()).isEqualTo(1);
        assertThat(read().read(Essai.SERVICE).count()).isEqualTo(2);
    }

    @Test
    void survivesAMoveOfTheWholeFolder() throws IOException {
        SourceFile file = file("a.csv", "1;Brest\n");
        build(Essai.program(), file);
        Path moved = folder.resolve("ailleurs");
        Files.move(warehouse.root(), moved);
        warehouse = new Warehouse(moved);

        assertThat(build(Essai.program(), file).nothingToDo()).isTrue();
        assertThat(delta(Essai.SERVICE.name()).count()).isEqualTo(1);
    }

    @Test
    void leavesTablesThatDeltaItselfReads() {
        build(Essai.program(), file("a.csv", "1;Brest\n2;Ys\n"));

        DatasetAssert.assertThat(delta(Essai.SERVICE.name())).hasRows("""
                code | ville | _rejete
                1    | Brest | false
                2    | Ys    | true
                """);
    }

    @Test
    void withdrawsTheRowsOfAFileThatIsGone() {
        SourceFile first = file("a.csv", "1;Brest\n");
        build(Essai.program(), first, file("b.csv", "2;Lorient\n"));
        build(Essai.program(), first);

        assertThat(state(Essai.SERVICE).rows()).isEqualTo(1);
        assertThat(delta(Essai.SERVICE.name()).count()).isEqualTo(1);
    }

    @Test
    void saysWhyATableIsOutOfDate() {
        SourceFile first = file("a.csv", "1;Brest\n");
        build(Essai.program(), first);
        Freshness freshness = freshness(Essai.program(), List.of(first, file("b.csv", "2;Lorient\n")));
        List<Freshness.Verdict> verdicts = freshness.judge(new Publications(warehouse).newest());

        assertThat(verdicts)
                .extracting(verdict -> verdict.step().table() + " " + verdict.why())
                .containsExactly(
                        "bronze/essai_ligne [1 new file]",
                        "silver/essai_service [bronze/essai_ligne may change]",
                        "gold/essai_par_ville [silver/essai_service may change]");
    }

    @Test
    void refusesAReadThatWasNotPlanned() {
        BuildReport report = build(
                Essai.program(rows -> rows.withColumn("autre", functions.lit(1)).drop("autre")),
                file("a.csv", "1;Brest\n"));
        assertThat(report.failed()).isFalse();

        StepTables tables =
                new StepTables(new ProgramPlan.Step("silver/x", List.of(), List.of(), List.of(), "", ""), read());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> tables.read(Essai.LIGNE))
                .hasMessageContaining("reads must be unconditional");
    }

    private BuildReport build(Program program, SourceFile... files) {
        return new Builder(spark, warehouse, program, freshness(program, List.of(files)), BuildListener.SILENT)
                .build(List.of());
    }

    private Freshness freshness(Program program, List<SourceFile> files) {
        return new Freshness(Planner.plan(spark, program, "essai"), files, Map.of());
    }

    private SourceFile file(String name, String text) {
        return Essai.file(folder, name, text);
    }

    private PublishedTables read() {
        return new PublishedTables(spark, warehouse, new Publications(warehouse).newest());
    }

    private TableState state(fr.maillage.schemas.TableContract table) {
        return new Publications(warehouse).newest().find(table).orElseThrow();
    }

    private Dataset<Row> delta(String silverTable) {
        return spark.read()
                .format("delta")
                .load(warehouse.root().resolve("silver").resolve(silverTable).toString());
    }

    private Map<String, String> digests() {
        Map<String, String> digests = new java.util.TreeMap<>();
        new Publications(warehouse).newest().tables().forEach((id, state) -> digests.put(id, state.digest()));
        return digests;
    }

    private static List<String> outcomes(BuildReport report) {
        return report.tables().stream().map(table -> table.outcome().name()).toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

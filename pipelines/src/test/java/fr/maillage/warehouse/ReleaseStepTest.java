package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.Categorie;
import fr.maillage.silver.EtablissementVersion;
import fr.maillage.silver.Parution;
import fr.maillage.source.Formats;
import fr.maillage.source.Sha256;
import fr.maillage.source.SourceFile;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories as the engine keeps them, on the real tables; few tests, because each writes real Delta tables. */
@SparkTest
class ReleaseStepTest {

    private static final Program PROGRAM =
            new Program(Formats.ALL, List.of(new Categorie(), new Parution(), new EtablissementVersion()));
    private static final Map<String, String> SMALL_IS_NATIONAL =
            Map.of("parution_nationale_departements", "1", "parution_nationale_entites", "1");

    @TempDir
    Path folder;

    private SparkSession spark;
    private ProgramPlan plan;
    private SourceFile january;
    private SourceFile february;
    private SourceFile march;

    @BeforeEach
    void open(SparkSession session) throws IOException {
        spark = session;
        plan = Planner.plan(spark, PROGRAM, "essai");
        january = release("2024-01-01", 1, "010000024;FOYER", "920000032;AUTRE", "010000024;EN DOUBLE");
        february = release("2024-02-01", 2, "010000024;LE CHENE", "920000032;AUTRE");
        march = release("2024-03-01", 3, "010000024;LE CHENE", "750000010;NOUVEAU");
    }

    @Test
    void addsANewReleaseToTheHistoryAndKeepsWhatIsSettled() {
        Warehouse warehouse = warehouse("pas a pas");
        build(warehouse, january, february);
        List<String> settled = files(warehouse, "2024-02-01");
        BuildReport report = build(warehouse, january, february, march);

        assertThat(outcome(report, "silver/parution")).isEqualTo("BUILT");
        // January and February were new together, March came alone.
        assertThat(runs(warehouse, Silver.PARUTION)).hasSize(2);
        assertThat(files(warehouse, "2024-02-01")).isEqualTo(settled).isNotEmpty();
        assertThat(parts(warehouse)).contains("ouvert", "2024-02-01", "2024-03-01", "rejets");
        assertThat(state(warehouse).rejected()).isEqualTo(1);
        assertThat(state(warehouse).digest()).isEqualTo(whole().digest());
    }

    @Test
    void givesTheSameHistoryWhateverTheOrderInWhichReleasesCame() {
        Warehouse warehouse = warehouse("en retard");
        build(warehouse, january, march);
        build(warehouse, january, february, march);

        assertThat(state(warehouse).digest()).isEqualTo(whole().digest());
    }

    @Test
    void isAsIfAReleaseThatIsTakenAwayHadNeverCome() {
        Warehouse warehouse = warehouse("retiree");
        build(warehouse, january, march);
        String before = state(warehouse).digest();
        build(warehouse, january, february, march);
        build(warehouse, january, march);

        assertThat(state(warehouse).digest()).isEqualTo(before);
        assertThat(build(warehouse, january, march).nothingToDo()).isTrue();
    }

    @Test
    void saysWhichReleaseIsNew() {
        Warehouse warehouse = warehouse("pourquoi");
        build(warehouse, january);
        List<Freshness.Verdict> verdicts = freshness(january, february).judge(new Publications(warehouse).newest());

        assertThat(verdicts)
                .filteredOn(verdict -> verdict.step().table().equals("silver/etablissement_version"))
                .extracting(verdict -> verdict.why().toString())
                .containsExactly("[1 new release, of 2024-02-01]");
    }

    /** The history of the three releases, made at once. */
    private TableState whole() {
        Warehouse warehouse = warehouse("d'un coup");
        build(warehouse, january, february, march);
        return state(warehouse);
    }

    private Warehouse warehouse(String name) {
        return new Warehouse(folder.resolve(name));
    }

    private BuildReport build(Warehouse warehouse, SourceFile... files) {
        return new Builder(spark, warehouse, PROGRAM, freshness(files), BuildListener.SILENT).build(List.of());
    }

    private Freshness freshness(SourceFile... files) {
        return new Freshness(plan, List.of(files), SMALL_IS_NATIONAL);
    }

    /** A cs1100502 of one day; each establishment as its number and its name. */
    private SourceFile release(String day, int rank, String... establishments) throws IOException {
        StringBuilder text = new StringBuilder("finess;etalab;94;" + day + "\n");
        for (String establishment : establishments) {
            String[] cells = establishment.split(";");
            text.append("structureet;%s;010780054;%s%s500%s\n"
                    .formatted(cells[0], cells[1], ";".repeat(15), ";".repeat(13)));
        }
        Path file = Files.writeString(folder.resolve(day + ".csv"), text);
        return new SourceFile(
                file.toString(),
                "",
                file.getFileName().toString(),
                Sha256.of(file),
                "finess-etalab",
                LocalDate.parse(day),
                rank);
    }

    private static TableState state(Warehouse warehouse) {
        return new Publications(warehouse)
                .newest()
                .find(Silver.ETABLISSEMENT_VERSION)
                .orElseThrow();
    }

    private static List<String> parts(Warehouse warehouse) {
        return state(warehouse).parts().stream().map(Part::value).toList();
    }

    /** The folders of the computations that made a table. */
    private static Set<String> runs(Warehouse warehouse, TableContract table) {
        return new Publications(warehouse)
                .newest().find(table).orElseThrow().files().stream()
                        .map(file -> file.substring(0, file.indexOf('/')))
                        .collect(Collectors.toSet());
    }

    private static List<String> files(Warehouse warehouse, String part) {
        return state(warehouse).parts().stream()
                .filter(one -> one.value().equals(part))
                .flatMap(one -> one.files().stream())
                .toList();
    }

    private static String outcome(BuildReport report, String table) {
        return report.tables().stream()
                .filter(built -> built.table().equals(table))
                .map(built -> built.outcome().name())
                .findFirst()
                .orElseThrow();
    }
}

package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.testing.plus.DocumentsDessai;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Zones have a history of two times: what a later document says otherwise or no longer has closes what was known. */
@SparkTest
class ZoneInterventionVersionTest {

    private static final ZoneInterventionVersion TABLE = new ZoneInterventionVersion();
    private static final String JULY = "2026-07-31";
    private static final String AUGUST = "2026-08-31";
    private static final String SEPTEMBER = "2026-09-30";
    private static final String RELEASES = "systeme | objet | date_parution | portee | fermes_inclus | est_retiree\n";

    private final SparkSession spark;
    private final DocumentsDessai documents;

    ZoneInterventionVersionTest(SparkSession spark) {
        this.spark = spark;
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void findsZonesAtTheLevelOfTheLegalEntityWithTheirCommunesInCapitals() {
        assertThat(whole(release(JULY, false), july())).hasRows("""
                numero_finess_ej | identifiant_zone | identifiant_activite | libelle_zone  | nb_communes | codes_communes | valide_du  | valide_au  | motif
                010000156        | 5                | 101                  | NORD DE L'AIN | 2           | 01053 2A004    | 2026-07-31 | 9999-12-31 | premiere_parution
                """);
    }

    @Test
    void makesAVersionWhenACommuneJoinsAndClosesAZoneThatALaterDocumentNoLongerHas() {
        String releases = release(JULY, false) + release(AUGUST, false) + release(SEPTEMBER, false);
        assertThat(whole(releases, july(), august(), september()).where("connu_au = '9999-12-31'"))
                .hasRows("""
                codes_communes    | valide_du  | valide_au  | motif
                01053 2A004       | 2026-07-31 | 2026-08-31 | premiere_parution
                01053 01054 2A004 | 2026-08-31 | 2026-09-30 | changement
                """);
    }

    @Test
    void isAsIfAWithdrawnReleaseHadNeverCome() {
        String withdrawn = release(JULY, false) + release(AUGUST, true) + release(SEPTEMBER, false);
        String never = release(JULY, false) + release(SEPTEMBER, false);
        assertThat(rows(whole(withdrawn, july(), august(), september())))
                .isEqualTo(rows(whole(never, july(), september())));
    }

    @Test
    void makesTheSameHistoryReleaseByReleaseAsWholeInAnyOrder() {
        String releases = release(JULY, false) + release(AUGUST, false) + release(SEPTEMBER, false);
        List<String> whole = rows(whole(releases, september(), july(), august()));

        Dataset<Row> first = whole(release(JULY, false), july());
        Dataset<Row> second = TABLE.next(open(first), tables(release(AUGUST, false), august()))
                .localCheckpoint();
        Dataset<Row> third = TABLE.next(open(second), tables(release(SEPTEMBER, false), september()))
                .localCheckpoint();
        assertThat(rows(second.where("connu_au <> '9999-12-31'").unionByName(third)))
                .isEqualTo(whole);
    }

    private static Dataset<Row> open(Dataset<Row> versions) {
        return versions.where("connu_au = '9999-12-31'");
    }

    private static List<String> rows(Dataset<Row> versions) {
        return versions.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static String release(String day, boolean withdrawn) {
        return "finess-plus | zone_intervention | %s | nationale | true | %s%n".formatted(day, withdrawn);
    }

    private Dataset<Row> july() {
        return of(DocumentsDessai.text("activites.json"), JULY);
    }

    private Dataset<Row> august() {
        String joined = DocumentsDessai.text("activites.json")
                .replace(
                        "\"commune\": \"01053\"",
                        "\"commune\": \"01054\"\n       },\n       {\n        \"commune\": \"01053\"");
        return of(joined, AUGUST);
    }

    private Dataset<Row> september() {
        String text = DocumentsDessai.text("activites.json");
        int from = text.indexOf("\"zoneIntervention\": {");
        int to = text.indexOf("]", from);
        String without =
                text.substring(0, from) + "\"zoneIntervention\": null" + text.substring(text.indexOf("}", to) + 1);
        return of(without, SEPTEMBER);
    }

    /** The document as if it had been generated on another day. */
    private Dataset<Row> of(String document, String day) {
        return documents
                .activites(document.replace("2026-07-31T", day + "T"))
                .withColumn(
                        "_millesime", org.apache.spark.sql.functions.lit(day).cast("date"));
    }

    @SafeVarargs
    private Dataset<Row> whole(String releases, Dataset<Row>... files) {
        return TABLE.build(tables(releases, files)).localCheckpoint();
    }

    @SafeVarargs
    private TestTables tables(String releases, Dataset<Row>... files) {
        return new TestTables(spark)
                .with(
                        Bronze.FINESS_PLUS_ACTIVITE,
                        List.of(files).stream().reduce(Dataset::unionByName).orElseThrow())
                .with(Silver.PARUTION, RELEASES + releases);
    }
}

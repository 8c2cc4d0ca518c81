package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.lit;
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

@SparkTest
class ActiviteAutoriseeVersionTest {

    private static final String OPEN = "connu_au = '9999-12-31'";
    private static final String JULY = "2026-07-31";
    private static final String AUGUST = "2026-08-31";
    private static final String RELEASES = "systeme | objet | date_parution | portee | fermes_inclus | est_retiree\n";
    private static final String ETALAB = """
            nofinesset | nofinessej | activite | modalite | forme | noautor | noligautor | datefin    | _source                         | _millesime | _fichier
            010780195  | 010000156  | 01       | 00       | 01    | 1       | 7          | 2029-02-04 | finess-etalab-activiteoffresoin | 2026-05-01 | etalab
            010780195  | 010000156  | 02       | 00       | 01    | 1       | 8          | 2029-02-04 | finess-etalab-activiteoffresoin | 2026-05-01 | etalab
            """;

    @Test
    void tellsWhatIsAuthorisedWhereUnderWhichNumbersAndUntilWhen(SparkSession spark) {
        assertThat(new ActiviteAutoriseeVersion()
                        .build(new TestTables(spark).with(Bronze.FINESS_ACTIVITEOFFRESOIN, """
                nofinesset | nofinessej | activite | modalite | forme | noautor   | noligautor | noautorarhgos | indnatlien | dateautor  | datemeo    | datefin    | indcaduc | indsupact | indsupsite | _millesime | _fichier | _source
                670798636  | 670014604  | 02       | 00       | 01    | 442226732 | 22158      | 00-00-000     | J          | 2000-12-12 | 2001-08-03 | 2029-02-04 | N        | N         | O          | 2022-08-24 | a | finess-cs1400103
                670798636  | 670014604  | 04       | 09       | 05    | 442226999 |            |               |            |            |            |            |          |           |            | 2022-08-24 | a | finess-cs1400103
                670798636  | 670014604  |          | 09       | 05    | 442227000 |            |               |            |            |            |            |          |           |            | 2022-08-24 | a | finess-cs1400103
                """)))
                .hasRows("""
                numero_finess_et | numero_finess_ej | code_activite | code_modalite | code_forme | numero_ligne | numero_arhgos | date_autorisation | date_mise_en_oeuvre | date_fin   | est_caduc | est_supprime_activite | est_supprime_site | valide_du
                670798636        | 670014604        | 02            | 00            | 01         | 22158        | 00-00-000     | 2000-12-12        | 2001-08-03          | 2029-02-04 | false     | false                 | true              | 2022-08-24
                670798636        | 670014604        | 04            | 09            | 05         | 442226999    |               |                   |                     |            |           |                       |                   | 2022-08-24
                670798636        | 670014604        |               | 09            | 05         | 442227000    |               |                   |                     |            |           |                       |                   | 2022-08-24
                """);
    }

    @Test
    void makesAVersionWhenTheEndOfAnAuthorisationMoves(SparkSession spark) {
        assertThat(new ActiviteAutoriseeVersion()
                        .build(new TestTables(spark).with(Bronze.FINESS_ACTIVITEOFFRESOIN, """
                nofinesset | nofinessej | activite | modalite | forme | noautor | noligautor | datefin    | datemajact | _millesime | _fichier
                670798636  | 670014604  | 02       | 00       | 01    | 1       | 7          | 2023-02-04 | 2022-01-01 | 2022-01-01 | a
                670798636  | 670014604  | 02       | 00       | 01    | 1       | 7          | 2029-02-04 | 2022-06-01 | 2022-07-01 | b
                670798636  | 670014604  | 02       | 00       | 01    | 1       | 7          | 2029-02-04 | 2022-09-01 | 2023-01-01 | c
                """))
                        .where("connu_au = '9999-12-31'"))
                .hasRows("""
                date_fin   | valide_du  | valide_au
                2023-02-04 | 2022-01-01 | 2022-07-01
                2029-02-04 | 2022-07-01 | 9999-12-31
                """);
    }

    @Test
    void keepsWhatTheXmlFlowAloneTellsWhenAnEtalabFileFollows(SparkSession spark) {
        assertThat(new ActiviteAutoriseeVersion()
                        .build(new TestTables(spark).with(Bronze.FINESS_ACTIVITEOFFRESOIN, """
                nofinesset | nofinessej | activite | modalite | forme | noautor | noligautor | indcaduc | datelimite | _source                         | _millesime | _fichier
                670798636  | 670014604  | 02       | 00       | 01    | 1       | 7          | N        | 2024-01-01 | finess-cs1400103                | 2022-01-01 | a
                670798636  | 670014604  | 02       | 00       | 01    | 1       | 7          |          |            | finess-etalab-activiteoffresoin | 2022-07-01 | b
                """)))
                .hasRows("""
                est_caduc | date_limite | valide_du  | valide_au
                false     | 2024-01-01  | 2022-01-01 | 9999-12-31
                """);
    }

    @Test
    void readsActivitiesOfBothRulesFromDocumentsWithTheNumberOfTheirAuthorisation(SparkSession spark) {
        assertThat(whole(spark, "", release(JULY, false), document(spark, JULY, "01", "2031-04-28")))
                .hasRows("""
                numero_finess_et | numero_finess_ej | code_activite | code_modalite | code_forme | code_pratique | numero_ligne | numero_arhgos | date_autorisation | date_fin   | est_supprime_activite | valide_du  | _regles
                010780195        | 010000156        | 01            | 00            | 01         | 00            |              | 84-82-126     | 2006-04-28        | 2031-04-28 | false                 | 2026-07-31 |
                010780195        | 010000156        | QA002         | MO006         | ME000      | PTS19 DE022   |              |               |                   |            | false                 | 2026-07-31 | date_illisible
                """);
    }

    @Test
    void goesOnWhenTheRegisterChangesItsSystem(SparkSession spark) {
        assertThat(whole(
                                spark,
                                ETALAB,
                                release("2026-05-01", false).replace("finess-plus", "finess-etalab")
                                        + release(JULY, false),
                                document(spark, JULY, "01", "2031-04-28"))
                        .where("connu_au = '9999-12-31' AND code_activite IN ('01', '02')"))
                .hasRows("""
                code_activite | numero_ligne | date_fin   | valide_du  | valide_au  | sources                   | motif
                01            | 7            | 2029-02-04 | 2026-05-01 | 2026-07-31 | finess-etalab             | premiere_parution
                01            | 7            | 2031-04-28 | 2026-07-31 | 9999-12-31 | finess-etalab finess-plus | changement_de_source
                02            | 8            | 2029-02-04 | 2026-05-01 | 9999-12-31 | finess-etalab             | premiere_parution
                """);
    }

    @Test
    void closesWhatALaterDocumentNoLongerHasUnlessThatReleaseIsWithdrawn(SparkSession spark) {
        String ended = "code_activite = '01' AND connu_au = '9999-12-31'";
        Dataset<Row> july = document(spark, JULY, "01", "2031-04-28");
        Dataset<Row> august = document(spark, AUGUST, "03", "2031-04-28");

        assertThat(whole(spark, "", release(JULY, false) + release(AUGUST, false), july, august)
                        .where(ended))
                .hasRows("""
                valide_du  | valide_au
                2026-07-31 | 2026-08-31
                """);
        assertThat(whole(spark, "", release(JULY, false) + release(AUGUST, true), july, august)
                        .where(ended))
                .hasRows("""
                valide_du  | valide_au
                2026-07-31 | 9999-12-31
                """);
    }

    @Test
    void makesTheSameHistoryReleaseByReleaseAsWholeInAnyOrder(SparkSession spark) {
        String may = release("2026-05-01", false).replace("finess-plus", "finess-etalab");
        Dataset<Row> july = document(spark, JULY, "01", "2031-04-28");
        Dataset<Row> august = document(spark, AUGUST, "03", "2030-01-01");

        ActiviteAutoriseeVersion table = new ActiviteAutoriseeVersion();
        Dataset<Row> first = whole(spark, ETALAB, may);
        Dataset<Row> second = table.next(
                        first.where(OPEN),
                        tables(spark, ETALAB.lines().findFirst().orElseThrow(), release(JULY, false), july))
                .localCheckpoint();
        Dataset<Row> third = table.next(
                        second.where(OPEN),
                        tables(spark, ETALAB.lines().findFirst().orElseThrow(), release(AUGUST, false), august))
                .localCheckpoint();
        Dataset<Row> folded = first.where("NOT (" + OPEN + ")")
                .unionByName(second.where("NOT (" + OPEN + ")"))
                .unionByName(third);
        assertThat(rows(folded))
                .isEqualTo(
                        rows(whole(spark, ETALAB, may + release(JULY, false) + release(AUGUST, false), august, july)));
    }

    private static String release(String day, boolean withdrawn) {
        return "finess-plus | activite_autorisee | %s | nationale | true | %s%n".formatted(day, withdrawn);
    }

    /** The document of the tests with one activity of the former rules besides, whose authorisation bears the number. */
    private static Dataset<Row> document(SparkSession spark, String day, String activite, String fin) {
        String authorised = """
                {"caracteristiquesGeneriques": {"activiteAeId": "900", "etatObjet": "A", "numAutorisationArhgos": "84-82-126"},
                 "nature": {"codeNature": "AMF"}},
                """;
        String exercised = """
                {"caracteristiquesGeneriques": {"activiteAeId": "901", "etatObjet": "A", "identifiantAutorisation": "900",
                  "dateDebutActiviteAutorisee": "2006-04-28", "dateFinActiviteAutorisee": "%s"},
                 "nature": {"codeNature": "AMF", "caracteristiquesSpecifiques": {"typeActiviteAMF":
                  {"activiteAMF": "%s", "modaliteActivite": "00", "formeActivite": "01"}}}},
                """.formatted(fin, activite);
        String text = DocumentsDessai.text("activites.json")
                .replace("2026-07-31T", day + "T")
                .replaceFirst("\"activitesAutorisees\": \\[", "\"activitesAutorisees\": [" + authorised)
                .replaceFirst("\"activitesExercees\": \\[", "\"activitesExercees\": [" + exercised);
        return new DocumentsDessai(spark).activites(text).withColumn("_millesime", lit(day).cast("date"));
    }

    @SafeVarargs
    private static Dataset<Row> whole(SparkSession spark, String lines, String releases, Dataset<Row>... documents) {
        return new ActiviteAutoriseeVersion()
                .build(tables(spark, lines, releases, documents))
                .localCheckpoint();
    }

    @SafeVarargs
    private static TestTables tables(SparkSession spark, String lines, String releases, Dataset<Row>... documents) {
        TestTables tables = new TestTables(spark).with(Silver.PARUTION, RELEASES + releases);
        if (!lines.isEmpty()) {
            tables.with(Bronze.FINESS_ACTIVITEOFFRESOIN, lines);
        }
        List.of(documents).stream()
                .reduce(Dataset::unionByName)
                .ifPresent(rows -> tables.with(Bronze.FINESS_PLUS_ACTIVITE, rows));
        return tables;
    }

    private static List<String> rows(Dataset<Row> versions) {
        return versions.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}

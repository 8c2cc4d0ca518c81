package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ActiviteAutoriseeVersionTest {

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
}

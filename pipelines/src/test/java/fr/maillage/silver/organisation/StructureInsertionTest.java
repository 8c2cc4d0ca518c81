package fr.maillage.silver.organisation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class StructureInsertionTest {

    @Test
    void namesEachStructureItsKindItsNumbersAndItsCommune(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Silver.COMMUNE, """
                        code_commune | millesime | libelle | nom_majuscule
                        01451        | 2021      | Viriat  | VIRIAT
                        """).with(Bronze.SIAE, """
                        pk | kind | siret           | name    | brand | post_code | city   | address_line_1 | coords                          | geocoding_score | naf   | _millesime | _rang | _ligne
                        1  | ACI  | 12345678200016  | ESSAI   |       | 01440     | Viriat | 1 rue Haute    | SRID=4326;POINT (5.2 46.25)     | 0.8             | 8899B | 2020-12-18 | 2     | 1
                        2  | EI   | 1234            | AUTRE   | Lui   | 99999     | Nulle  |                |                                 |                 |       | 2020-12-18 | 2     | 2
                        3  | XX   |                 | TROIS   |       |           |        |                |                                 |                 |       | 2020-12-18 | 2     | 3
                        1  | GEIQ |                 | ENCORE  |       |           |        |                |                                 |                 |       | 2020-12-18 | 2     | 4
                        9  | EI   |                 | ANCIEN  |       |           |        |                |                                 |                 |       | 2019-12-18 | 1     | 1
                        """);

        assertThat(new StructureInsertion().build(tables)).hasRows("""
                identifiant_siae | type_siae | nom    | enseigne | siret          | siren     | adresse     | code_commune | source_commune | score_geocodage | _regles
                1                | ACI       | ESSAI  |          | 12345678200016 | 123456782 | 1 rue Haute | 01451        | adresse        | 0.8             |
                1                | GEIQ      | ENCORE |          |                |           |             |              | inconnue       |                 | doublon
                2                | EI        | AUTRE  | Lui      |                |           |             |              | inconnue       |                 | siret_illisible
                3                | XX        | TROIS  |          |                |           |             |              | inconnue       |                 | type_inconnu
                """);
    }
}

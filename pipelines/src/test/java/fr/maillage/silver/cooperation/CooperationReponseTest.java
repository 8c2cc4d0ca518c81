package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CooperationReponseTest {

    @Test
    void keepsTheLastWordOnAPairWhicheverComesFirst(SparkSession spark) {
        assertThat(reponses(spark, """
                cooperation           | autre_cooperation     | reponse | auteur | raison | le         | _ligne
                c1                    | coop:finess:220024541 | oui     | Ana    |        | 2026-11-19 | 2
                coop:finess:220024541 | coop:c1               | Non     | Bo     | deux   | 2026-11-20 | 3
                c2                    | coop:ght:1            | oui     | Ana    |        | 2026-11-19 | 4
                c2                    | coop:ght:1            | retirée | Ana    | erreur | 2026-11-20 | 5
                coop:gcc:7            |                       | non     | Ana    | un nom | 2026-11-20 | 6
                """)).hasRows("""
                _ligne | code_cooperation | code_autre            | reponse | auteur | raison | date_reponse | _regles
                3      | coop:c1          | coop:finess:220024541 | non     | Bo     | deux   | 2026-11-20   |
                6      | coop:gcc:7       |                       | non     | Ana    | un nom | 2026-11-20   |
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        assertThat(reponses(spark, """
                cooperation | autre_cooperation | reponse   | auteur | _ligne
                            |                   | non       | Ana    | 2
                c1          | coop:ght:1        | peut-être | Ana    | 3
                c1          | coop:ght:1        |           | Ana    | 4
                c1          | c2                | oui       | Ana    | 5
                coop:ght:1  | coop:ght:2        | oui       | Ana    | 6
                c1          |                   | non       | Ana    | 7
                coop:ght:1  |                   | oui       | Ana    | 8
                coop:ght:1  |                   | non       |        | 9
                """)).hasRows("""
                _ligne | _regles
                2      | cooperation_illisible
                3      | reponse_inconnue
                4      | reponse_inconnue
                5      | reponse_sans_objet
                6      | reponse_sans_objet
                7      | reponse_sans_objet
                8      | reponse_sans_objet
                9      | auteur_absent
                """);
    }

    private static Dataset<Row> reponses(SparkSession spark, String declarations) {
        return new CooperationReponse()
                .build(new TestTables(spark).with(Bronze.DECLARATION_RAPPROCHEMENT, declarations));
    }
}

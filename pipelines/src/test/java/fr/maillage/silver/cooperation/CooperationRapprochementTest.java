package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CooperationRapprochementTest {

    @Test
    void matchesByNumberOfTheBodyOrOfItsManager(SparkSession spark) {
        assertThat(rapprochements(spark, """
                code_cooperation      | origine  | nom  | numero_finess
                coop:c1               | declaree | Un   | 220024541
                coop:c2               | declaree | Deux | 910020700
                coop:c3               | declaree | Rien | 010000024
                coop:finess:220024541 | detectee | A    | 220024541
                coop:finess:910020692 | detectee | B    | 910020692
                """)).hasRows("""
                code_cooperation_declaree | code_cooperation_detectee | preuve
                coop:c1                   | coop:finess:220024541     | Même numéro FINESS : 220024541.
                coop:c2                   | coop:finess:910020692     | Même numéro FINESS : 910020692.
                """);
    }

    @Test
    void matchesByNameOnlyInADepartementWhereAMemberIs(SparkSession spark) {
        assertThat(rapprochements(spark, """
                code_cooperation      | origine  | nom                        | numero_finess
                coop:c1               | declaree | GCSMS « Deux Vallées »     |
                coop:c2               | declaree | GCSMS Deux Vallées         |
                coop:finess:220024541 | detectee | SAAD DU GCSMS DEUX-VALLEES | 220024541
                """)).hasRows("""
                code_cooperation_declaree | preuve
                coop:c1                   | Même nom « DEUX VALLEES » dans le département 22.
                """);
    }

    @Test
    void matchesNoTwoNamesThatSayNothing(SparkSession spark) {
        assertThat(rapprochements(spark, """
                code_cooperation      | origine  | nom               | numero_finess
                coop:c1               | declaree | Le GCSMS          |
                coop:finess:220024541 | detectee | ET SIEGE DU GCSMS | 220024541
                """)).isEmpty();
    }

    @Test
    void followsWhatAPersonSaysAndKeepsWhoAndWhy(SparkSession spark) {
        assertThat(rapprochements(spark, """
                code_cooperation      | origine  | nom                | numero_finess
                coop:c1               | declaree | Un                 | 220024541
                coop:c2               | declaree | Deux               |
                coop:finess:220024541 | detectee | A                  | 220024541
                coop:ght:1            | detectee | GHT                |
                """, """
                code_cooperation | code_autre            | reponse | auteur | raison           | date_reponse
                coop:c1          | coop:finess:220024541 | non     | ARS    | autre convention | 2026-11-21
                coop:c2          | coop:ght:1            | oui     | ARS    |                  | 2026-11-20
                coop:c3          | coop:ght:1            | oui     | ARS    |                  | 2026-11-20
                """)).hasRows("""
                code_cooperation_declaree | code_cooperation_detectee | preuve                          | est_la_meme | reponse | auteur | raison           | date_reponse
                coop:c1                   | coop:finess:220024541     | Même numéro FINESS : 220024541. | false       | non     | ARS    | autre convention | 2026-11-21
                coop:c2                   | coop:ght:1                |                                 | true        | oui     | ARS    |                  | 2026-11-20
                """);
    }

    /** Whatever the order in which rows come, the same pairs are found, each once though number and name both say so. */
    @Test
    void dependsOnNoOrderAndSaysAPairOnce(SparkSession spark) {
        String header = "code_cooperation | origine | nom | numero_finess\n";
        List<String> lines = List.of(
                "coop:c1               | declaree | GCSMS Deux Vallées         | 220024541\n",
                "coop:c2               | declaree | Deux                       | 910020700\n",
                "coop:finess:220024541 | detectee | SAAD DU GCSMS DEUX-VALLEES | 220024541\n",
                "coop:finess:910020692 | detectee | B                          | 910020692\n");
        for (int turn = 0; turn < lines.size(); turn++) {
            List<String> turned = new ArrayList<>(lines);
            Collections.rotate(turned, turn);
            if (turn % 2 == 1) {
                Collections.reverse(turned);
            }
            assertThat(rapprochements(spark, header + String.join("", turned))).hasRows("""
                    code_cooperation_declaree | code_cooperation_detectee | preuve                                            | est_la_meme
                    coop:c1                   | coop:finess:220024541     | Même nom « DEUX VALLEES » dans le département 22. | true
                    coop:c2                   | coop:finess:910020692     | Même numéro FINESS : 910020692.                   | true
                    """);
        }
    }

    private static Dataset<Row> rapprochements(SparkSession spark, String cooperations) {
        return rapprochements(spark, cooperations, "code_cooperation | reponse");
    }

    private static Dataset<Row> rapprochements(SparkSession spark, String cooperations, String reponses) {
        return CooperationRapprochement.apply(
                table(spark, Silver.COOPERATION, cooperations),
                table(spark, Silver.COOPERATION_MEMBRE, """
                code_cooperation | code_acteur      | numero_finess_et | numero_finess_ej
                coop:c1          | finess:220000012 | 220000012        | 220000111
                coop:c2          | finess:010780054 |                  | 010780054
                """),
                table(spark, Silver.ETABLISSEMENT, """
                numero_finess_et | numero_finess_ej | code_commune
                220000012        | 220000111        | 22113
                220024400        | 220024541        | 22113
                910020700        | 910020692        | 91228
                010000024        | 010780054        | 01053
                """),
                table(spark, Silver.COOPERATION_REPONSE, reponses));
    }
}

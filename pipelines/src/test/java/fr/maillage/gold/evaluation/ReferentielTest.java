package fr.maillage.gold.evaluation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ReferentielTest {

    /** Inter Diag and COOPERACT print axes and answers only (ANAP guide L5867-5887, L5775-5837): their questions are ours. */
    @Test
    void saysOfEachFrameworkHowMuchOfItIsPrinted(SparkSession spark) {
        assertThat(new Referentiel().build(new TestTables(spark))).hasRows("""
                code_referentiel      | nb_axes | nb_questions | nb_questions_maison | est_maison | document | ligne_debut
                inter_diag            | 6       | 24           | 24                  | false      | anap     | 5867
                cooperact             | 4       | 16           | 16                  | false      | anap     | 5775
                positionnement        | 4       | 4            | 0                   | false      | anap     | 782
                fiche_gcsms           | 23      | 23           | 0                   | false      | anap     | 1091
                impacts               | 13      | 13           | 0                   | false      | anap     | 3343
                grille_acteurs        | 4       | 14           | 0                   | false      | dts      | 4820
                grille_relations      | 2       | 2            | 0                   | false      | dts      | 4887
                diagnostic_territorial | 3      | 22           | 0                   | false      | dts      | 1341
                utilite_sociale       | 11      | 18           | 0                   | false      | dts      | 5163
                developpement_durable | 4       | 45           | 0                   | false      | dts      | 5526
                reperes               | 5       | 28           | 0                   | false      | dts      | 1820
                """);
    }
}

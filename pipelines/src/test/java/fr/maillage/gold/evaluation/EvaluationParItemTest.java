package fr.maillage.gold.evaluation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EvaluationParItemTest {

    @Test
    void countsWhoGaveEachAnswer(SparkSession spark) {
        assertThat(EvaluationParItem.apply(TextTable.table(spark, Silver.EVALUATION_REPONSE, """
                code_cooperation | code_referentiel | date_session | repondant | code_axe     | code_item    | code_acteur | code_acteur_autre | code_reponse
                coop:c1          | grille_relations | 2024-03-12   | a         | nature       | nature       | ext:a       | ext:b             | alliance
                coop:c1          | grille_relations | 2024-03-12   | b         | nature       | nature       | ext:a       | ext:b             | alliance
                coop:c1          | grille_relations | 2024-03-12   | c         | nature       | nature       | ext:a       | ext:b             | opposition
                coop:c1          | positionnement   | 2024-03-12   | a         | points_forts | points_forts | ext:a       |                   | texte
                coop:c1          | positionnement   | 2024-03-12   | a         | points_forts | points_forts | ext:a       |                   | texte
                """)))
                .hasRows("""
                code_item    | code_acteur | code_acteur_autre | code_reponse | nb_repondants | nb_reponses
                nature       | ext:a       | ext:b             | alliance     | 2             | 2
                nature       | ext:a       | ext:b             | opposition   | 1             | 1
                points_forts | ext:a       |                   | texte        | 1             | 2
                """);
    }
}

package fr.maillage.gold.evaluation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ReferentielQuestionTest {

    @Test
    void theWordsOfAnAnswerAndOfTheScoreOfItsAxisAreFoundByTheirCodes(SparkSession spark) {
        var questions = new ReferentielQuestion().build(new TestTables(spark));

        assertThat(questions.where("code_item = 'besoins' and code_referentiel = 'inter_diag'"))
                .hasRows("""
                code_referentiel | code_item | code_axe   | rang_axe | libelle_axe | libelle_axe_en | rang_item | libelle_question_en                                                 | code_echelle | objet_item  | poids_question | est_maison | document | ligne_debut | ligne_fin
                inter_diag       | besoins   | diagnostic | 1        | Diagnostic  | Diagnosis      | 1         | Are the needs of the territory and its people described with dated data? | inter_diag | cooperation | 1.0       | true       | anap     | 5879        | 5879
                """);
        assertThat(questions
                        .groupBy("code_referentiel", "est_maison", "poids_question")
                        .count()
                        .where("code_referentiel in ('cooperact', 'positionnement', 'developpement_durable')"))
                .hasRows("""
                code_referentiel      | est_maison | poids_question | count
                cooperact             | true       | 1.0            | 16
                positionnement        | false      |                | 4
                developpement_durable | false      | 1.0            | 45
                """);
    }
}

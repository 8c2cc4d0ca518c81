package fr.maillage.gold.evaluation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ReferentielReponseTest {

    /** The guide prints the four answers of Inter Diag (L5873) and no score. */
    @Test
    void whatIsPrintedAndWhatIsOursAreTold(SparkSession spark) {
        assertThat(new ReferentielReponse()
                        .build(new TestTables(spark))
                        .where("code_echelle in ('inter_diag', 'texte')"))
                .hasRows("""
                code_echelle | code_reponse | libelle_reponse    | libelle_reponse_en | score_reponse | est_non_concerne | est_maison | est_score_maison | ligne_debut
                inter_diag   | oui          | Oui                | Yes                | 1.0           | false            | false      | true             | 5873
                inter_diag   | en_partie    | En partie          | In part            | 0.5           | false            | false      | true             | 5873
                inter_diag   | non          | Non                | No                 | 0.0           | false            | false      | true             | 5873
                inter_diag   | non_concerne | Non concerné       | Does not apply     |               | true             | false      |                  | 5873
                texte        | texte        | En toutes lettres  | In words           |               | false            | true       |                  | 4834
                """);
    }
}

package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CapaciteTest {

    private final DocumentsDessai documents;

    CapaciteTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void saysWhatEachFigureIsLimitedToAndWhichAreTotals() {
        assertThat(Capacite.apply(documents.activites(), DocumentsDessai.JOUR)).hasRows("""
                identifiant_capacite | identifiant_activite | niveau_activite | numero_finess_et | statut_capacite | nombre_capacite | code_financement | code_habilitation | code_logement | code_genre | est_total | _regles
                901                  | 101                  | autorisee       |                  | 09              | 40              |                  |                   |               |            | true      |
                902                  | 102                  | exercee         | 010780195        | 09              | 40              |                  |                   |               |            | true      |
                903                  | 102                  | exercee         | 010780195        | 08              | 38              |                  |                   |               |            | true      |
                904                  | 102                  | exercee         | 010780195        | 08              | 12              |                  |                   |               | 01         | false     |
                905                  | 102                  | exercee         | 010780195        | 08              | 20              |                  | 02                |               |            | false     |
                906                  | 102                  | exercee         | 010780195        | 01              | 5               |                  |                   |               |            | true      |
                907                  | 102                  | exercee         | 010780195        | 08              | 8               |                  |                   | 03            |            | false     |
                908                  | 102                  | exercee         | 010780195        | 09              | 9               | 01               |                   |               |            | false     |
                909                  | 102                  | exercee         | 010780195        | 08              |                 |                  |                   |               |            | true      | nombre_illisible
                910                  | 104                  | exercee         | 010780195        | 08              | 7               |                  |                   |               |            | true      |
                """);
    }
}

package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ActiviteFinessTest {

    private final DocumentsDessai documents;

    ActiviteFinessTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void followsTheRegistersOwnRuleForStatusAndTotals() {
        assertThat(ActiviteFiness.apply(documents.activites(), DocumentsDessai.JOUR))
                .hasRows("""
                identifiant_activite | niveau_activite | numero_finess_et | identifiant_autorisation | etat_objet | statut_activite | nb_places_autorisees_total | nb_places_installees_total
                101                  | autorisee       |                  | 101                      | A          | 2               | 40                         | 0
                102                  | exercee         | 010780195        | 101                      | A          | 1               | 40                         | 38
                103                  | exercee         | 010780195        | 101                      | A          | 2               | 0                          | 0
                104                  | exercee         | 010780195        | 101                      | I          | 3               | 0                          | 7
                105                  | exercee         | 010780195        | 101                      | A          | 2               | 0                          | 0
                """);
    }

    @Test
    void findsTheCodesOfEveryNatureAgesAndDevices() {
        assertThat(ActiviteFiness.apply(documents.activites(), DocumentsDessai.JOUR))
                .hasRows("""
                identifiant_activite | code_nature | code_discipline_ou_activite | code_mode_ou_modalite | code_public_ou_forme | age_min_installe | age_max_installe | nb_appareils | date_debut | _regles
                101                  | ASMR        | 924                         | 11                    | 700                  |                  |                  |              | 2010-01-01 |
                102                  | ASMR        | 924                         | 11                    | 700                  | 20               | 2020             |              | 2010-01-01 | age_invraisemblable
                103                  | ASMR        | 658                         | 21                    | 436                  |                  |                  |              | 2010-01-01 |
                104                  | ASMR        | 924                         | 11                    | 700                  |                  |                  |              | 1999-01-01 |
                105                  | AMM         | QA002                       | MO006                 | ME000                |                  |                  | 3            |            | date_illisible
                """);
    }

    @Test
    void knowsNothingBeforeTheDocumentWasGenerated() {
        assertThat(ActiviteFiness.apply(documents.activites(), DocumentsDessai.JOUR.minusDays(2)))
                .isEmpty();
    }
}

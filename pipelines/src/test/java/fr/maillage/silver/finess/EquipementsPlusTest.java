package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EquipementsPlusTest {

    private final DocumentsDessai documents;

    EquipementsPlusTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void tellsOfEachTripletTheActivityInOperationWithItsTotals() {
        assertThat(EquipementsPlus.rows(documents.activites())).hasRows("""
                numero_finess_et | code_discipline | code_type_activite | code_clientele | nb_places_autorisees | nb_places_installees | nb_places_installees_hommes | nb_places_habilitees_installees | age_max_installe | est_supprime_autorise | est_supprime_installe | date_autorisation
                010780195        | 924             | 11                 | 700            | 40                   | 38                   | 12                          | 20                              | 2020             | false                 | false                 | 2010-01-01
                010780195        | 658             | 21                 | 436            | 0                    | 0                    |                             |                                 |                  | false                 | true                  | 2010-01-01
                """);
    }
}

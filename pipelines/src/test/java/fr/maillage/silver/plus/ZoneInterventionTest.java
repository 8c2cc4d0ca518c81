package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ZoneInterventionTest {

    private final DocumentsDessai documents;

    ZoneInterventionTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void findsZonesAtTheLevelOfTheLegalEntity() {
        assertThat(ZoneIntervention.apply(documents.activites(), DocumentsDessai.JOUR))
                .hasRows("""
                identifiant_zone | identifiant_activite | numero_finess_ej | libelle_zone   | nb_communes
                5                | 101                  | 010000156        | NORD DE L'AIN  | 2
                """);
    }
}

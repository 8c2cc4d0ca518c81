package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ZoneInterventionCommuneTest {

    private final DocumentsDessai documents;

    ZoneInterventionCommuneTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void listsTheCommunesOfAZoneInCapitals() {
        assertThat(ZoneInterventionCommune.apply(documents.activites(), DocumentsDessai.JOUR))
                .hasRows("""
                identifiant_zone | code_commune
                5                | 01053
                5                | 2A004
                """);
    }
}

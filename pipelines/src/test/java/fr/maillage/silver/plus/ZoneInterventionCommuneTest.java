package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ZoneInterventionCommuneTest {

    @Test
    void listsTheCommunesOfEachZoneOnceAndNoneOfAZoneWithout(SparkSession spark) {
        assertThat(new ZoneInterventionCommune()
                        .build(new TestTables(spark).with(Silver.ZONE_INTERVENTION_VERSION, """
                numero_finess_ej | identifiant_zone | codes_communes | valide_du  | valide_au  | connu_du   | connu_au
                010000156        | 5                | 01053 2A004    | 2021-08-31 | 9999-12-31 | 2021-08-31 | 9999-12-31
                010000156        | 6                |                | 2021-08-31 | 9999-12-31 | 2021-08-31 | 9999-12-31
                """)))
                .hasRows("""
                identifiant_zone | code_commune
                5                | 01053
                5                | 2A004
                """);
    }
}

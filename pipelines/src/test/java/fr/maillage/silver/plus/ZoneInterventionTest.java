package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ZoneInterventionTest {

    private static final String VERSIONS = """
            numero_finess_ej | identifiant_zone | libelle_zone | nb_communes | codes_communes | valide_du  | valide_au  | connu_du   | connu_au
            010000156        | 5                | AIN          | 2           | 01053 2A004    | 2026-07-31 | 2026-08-31 | 2026-08-31 | 9999-12-31
            010000156        | 5                | NORD         | 1           | 01053          | 2026-08-31 | 9999-12-31 | 2026-08-31 | 9999-12-31
            010000156        | 6                | SUD          | 0           |                | 2026-08-31 | 9999-12-31 | 2026-08-31 | 9999-12-31
            """;

    @Test
    void isWhatTheCadreSees(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Silver.ZONE_INTERVENTION_VERSION, VERSIONS);

        assertThat(new ZoneIntervention().build(tables)).hasRows("""
                numero_finess_ej | identifiant_zone | libelle_zone | nb_communes | connu_du
                010000156        | 5                | NORD         | 1           | 2026-08-31
                010000156        | 6                | SUD          | 0           | 2026-08-31
                """);
    }
}

package fr.maillage.silver.trajet;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AccesEtablissementTest {

    /** 01999 became a part of 01003; 010000006 is outside the country; of 010000007 nothing is known. */
    @Test
    void goesFromThePositionElseFromTheCommune(SparkSession spark) {
        TestTables tables = AccesCommuneTest.tables(spark);
        tables.with(Silver.ACCES_COMMUNE, new AccesCommune().build(tables))
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part
                        01001        | 1943-01-01 | 9999-12-31 | 01001              | 1.0
                        01002        | 1943-01-01 | 9999-12-31 | 01002              | 1.0
                        01003        | 1943-01-01 | 9999-12-31 | 01003              | 1.0
                        01999        | 1943-01-01 | 9999-12-31 | 01003              | 1.0
                        29155        | 1943-01-01 | 9999-12-31 | 29155              | 1.0
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | code_commune | millesime_commune | longitude | latitude
                        010000001        | 01001        | 2021              | 5.04      | 46.00
                        010000002        | 01003        | 2021              |           |
                        010000003        | 01999        | 2021              | 5.32      | 46.00
                        010000004        |              |                   | 5.10      | 46.00
                        010000005        | 29155        | 2021              | -5.05     | 48.45
                        010000006        |              |                   | -30       | 10
                        010000007        |              |                   |           |
                        """);

        assertThat(new AccesEtablissement()
                        .build(tables)
                        .selectExpr(
                                "numero_finess_et",
                                "code_commune_urbaine",
                                "floor(minutes_zone_urbaine) AS minutes_zone_urbaine",
                                "obstacle_trajet",
                                "est_eloigne",
                                "methode_trajet"))
                .hasRows("""
                        numero_finess_et | code_commune_urbaine | minutes_zone_urbaine | obstacle_trajet | est_eloigne | methode_trajet
                        010000001        | 01001                | 0                    |                 | false       | estimation
                        010000002        | 01001                | 38                   |                 | true        | estimation
                        010000003        | 01001                | 31                   |                 | true        | estimation
                        010000004        | 01001                | 12                   |                 | false       | estimation
                        010000005        |                      |                      | terres_separees | true        |
                        010000006        |                      |                      | lieu_inconnu    |             |
                        010000007        |                      |                      | lieu_inconnu    |             |
                        """);

        assertThat(new AccesEtablissement()
                        .build(tables.with(Silver.TRAJET_DECLARE, """
                code_commune_origine | code_commune_destination | distance_route_m | minutes | methode_trajet
                01003                | 01001                    | 50000            | 28      | route
                """))
                        .where("numero_finess_et < '010000005'")
                        .selectExpr(
                                "numero_finess_et",
                                "distance_route_m",
                                "floor(minutes_zone_urbaine) AS minutes_zone_urbaine",
                                "est_eloigne",
                                "methode_trajet"))
                .hasRows("""
                        numero_finess_et | distance_route_m | minutes_zone_urbaine | est_eloigne | methode_trajet
                        010000001        | 0.0              | 0                    | false       | estimation
                        010000002        | 50000.0          | 28                   | false       | route
                        010000003        | 50000.0          | 28                   | false       | route
                        010000004        | 10414.0          | 12                   | false       | estimation
                        """);
    }
}

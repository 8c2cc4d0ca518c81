package fr.maillage.silver.trajet;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AccesCommuneTest {

    /** A town, a village beside it and one far away; an island of villages; a land where nothing is known; no contour. */
    static final String POINTS = """
            code_commune | millesime | longitude | latitude | surface_km2 | population | densite | classe_densite | terre
            01001        | 2024      | 5.00      | 46.00    | 30          | 30000      | 1000    | moyenne        | metropole
            01002        | 2024      | 5.10      | 46.00    | 30          | 300        | 10      | tres_faible    | metropole
            01003        | 2024      | 5.45      | 46.00    | 300         | 900        | 3       | tres_faible    | metropole
            01004        | 2024      | 5.20      | 46.00    | 1           | 400        | 400     | moyenne        | metropole
            01005        | 2024      |           |          |             | 100        |         | inconnue       | metropole
            29155        | 2024      | -5.05     | 48.45    | 16          | 800        | 50      | faible         | ouessant
            97608        | 2024      | 45.28     | -12.78   | 6           |            |         | inconnue       | petite_terre
            """;

    @Test
    void saysHowFarEachCommuneIsFromTheNearestUrbanOne(SparkSession spark) {
        assertThat(new AccesCommune()
                        .build(tables(spark))
                        .drop(Columns.DISTANCE_GEODESIQUE_M, Columns.DISTANCE_ROUTE_M)
                        .withColumn(
                                "minutes_zone_urbaine",
                                org.apache.spark.sql.functions.expr("floor(minutes_zone_urbaine)")))
                .hasRows("""
                        code_commune | millesime | est_zone_urbaine | code_commune_urbaine | minutes_zone_urbaine | obstacle_trajet | est_eloigne | methode_trajet
                        01001        | 2024      | true             | 01001                | 0                    |                 | false       | estimation
                        01002        | 2024      | false            | 01001                | 12                   |                 | false       | estimation
                        01003        | 2024      | false            | 01001                | 38                   |                 | true        | estimation
                        01004        | 2024      | false            | 01001                | 22                   |                 | false       | estimation
                        01005        | 2024      | false            |                      |                      | lieu_inconnu    |             |
                        29155        | 2024      | false            |                      |                      | terres_separees | true        |
                        97608        | 2024      |                  |                      |                      | zone_inconnue   |             |
                        """);
    }

    /**
     * From 01002 the road to the town takes 40 minutes, not 12. The roads from 01003 were looked up for half an hour without
     * reaching a town, so the 22 and 38 minutes of the estimate are too few where roads cover the town. None leads out of
     * 01004. An island has a bridge that the list of lands does not know.
     */
    @Test
    void journeysThatWereBroughtStandBeforeTheEstimate(SparkSession spark) {
        TestTables tables = tables(spark).with(Silver.TRAJET_DECLARE, """
                code_commune_origine | code_commune_destination | distance_route_m | minutes | methode_trajet | minutes_max | obstacle_trajet
                01002                | 01001                    | 15000            | 40      | route          | 60          |
                01002                | 01002                    | 0                | 0       | route          | 60          |
                01003                | 01003                    | 0                | 0       | route          | 50          |
                01004                | 01001                    |                  |         | route          | 60          | sans_chemin
                01005                | 01005                    |                  |         | route          |             | hors_couverture
                29155                | 01001                    |                  | 600     | route          |             |
                """);

        assertThat(new AccesCommune()
                        .build(tables)
                        .withColumn(
                                "minutes_zone_urbaine",
                                org.apache.spark.sql.functions.expr("floor(minutes_zone_urbaine)")))
                .hasRows("""
                        code_commune | code_commune_urbaine | distance_route_m | minutes_zone_urbaine | obstacle_trajet | est_eloigne | methode_trajet
                        01001        | 01001                | 0.0              | 0                    |                 | false       | estimation
                        01002        | 01001                | 15000.0          | 40                   |                 | true        | route
                        01003        | 01001                | 44846.0          | 50                   |                 | true        | estimation
                        01004        |                      |                  |                      | sans_chemin     | true        |
                        01005        |                      |                  |                      | lieu_inconnu    |             |
                        29155        | 01001                |                  | 600                  |                 | true        | route
                        97608        |                      |                  |                      | zone_inconnue   |             |
                        """);
    }

    @Test
    void thresholdsAreParameters(SparkSession spark) {
        assertThat(new AccesCommune()
                        .build(tables(spark)
                                .with(Parametres.ZONE_URBAINE_HABITANTS_MIN, 400L)
                                .with(Parametres.ELOIGNEMENT_MINUTES, 5.0))
                        .select("code_commune", "est_zone_urbaine", "code_commune_urbaine", "est_eloigne"))
                .hasRows("""
                        code_commune | est_zone_urbaine | code_commune_urbaine | est_eloigne
                        01001        | true             | 01001                | false
                        01002        | false            | 01001                | true
                        01003        | false            | 01004                | true
                        01004        | true             | 01004                | false
                        01005        | false            |                      |
                        29155        | false            |                      | true
                        97608        |                  |                      |
                        """);
    }

    @Test
    void aDivisionMayTellWhatIsUrban(SparkSession spark) {
        TestTables tables = tables(spark)
                .with(Parametres.ZONE_URBAINE, "unite_urbaine_2020")
                .with(Silver.RATTACHEMENT, """
                        code_commune | niveau             | code_territoire | part
                        01003        | unite_urbaine_2020 | 01501           | 1
                        01004        | unite_urbaine_2020 | 01502           | 1
                        01001        | commune            | 01001           | 1
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau             | code_territoire | population
                        unite_urbaine_2020 | 01501           | 6000
                        unite_urbaine_2020 | 01502           | 2000
                        commune            | 01001           | 30000
                        """);
        assertThat(new AccesCommune().build(tables).select("code_commune", "est_zone_urbaine", "code_commune_urbaine"))
                .hasRows("""
                        code_commune | est_zone_urbaine | code_commune_urbaine
                        01001        | false            | 01003
                        01002        | false            | 01003
                        01003        | true             | 01003
                        01004        | false            | 01003
                        01005        | false            |
                        29155        | false            |
                        97608        | false            |
                        """);

        assertThat(new AccesCommune()
                        .build(tables(spark).with(Parametres.ZONE_URBAINE, "unite_urbaine_2020"))
                        .where("code_commune < '01003'")
                        .select("code_commune", "est_zone_urbaine", "obstacle_trajet", "est_eloigne"))
                .hasRows("""
                        code_commune | est_zone_urbaine | obstacle_trajet | est_eloigne
                        01001        |                  | zone_inconnue   |
                        01002        |                  | zone_inconnue   |
                        """);
        assertThatThrownBy(() -> new AccesCommune().build(tables(spark).with(Parametres.ZONE_URBAINE, "forte,ville")))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("zone_urbaine");
    }

    static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.COMMUNE_POINT, POINTS)
                .with(Parametres.TRAJET_HORS_TERRE_MAX_M, 50_000.0);
    }
}

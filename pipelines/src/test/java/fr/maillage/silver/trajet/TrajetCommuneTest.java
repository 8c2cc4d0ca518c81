package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.trajet.Estimation;
import fr.maillage.trajet.PointCommune;
import fr.maillage.trajet.Trajet;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class TrajetCommuneTest {

    private static final String POINTS = """
            code_commune | millesime | longitude | latitude | surface_km2 | classe_densite | terre
            01001        | 2024      | 5.00      | 46.00    | 30          | tres_faible    | metropole
            01002        | 2024      | 5.10      | 46.00    | 30          | faible         | metropole
            01003        | 2024      | 5.10      | 46.10    |             | inconnue       | metropole
            01004        | 2024      | 5.20      | 46.05    | 30          | forte          | metropole
            01005        | 2024      | 5.35      | 46.05    | 30          | moyenne        | metropole
            01006        | 2024      |           |          |             | inconnue       | metropole
            29155        | 2024      | 5.10      | 46.05    | 15          | faible         | ouessant
            97411        | 2024      | 55.45     | -20.88   | 140         | forte          | 974
            """;

    @Test
    void nothingIsComputedUnlessItIsAskedFor(SparkSession spark) {
        assertThat(new TrajetCommune()
                        .build(new TestTables(spark).with(Silver.COMMUNE_POINT, POINTS))
                        .count())
                .isZero();
    }

    @Test
    void everyPairWithinTheTimeStandsThereAndBack(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.COMMUNE_POINT, POINTS)
                .with(Parametres.TRAJET_MINUTES_MAX, 20.0)
                .with(Parametres.TRAJET_HORS_TERRE_MAX_M, 5000.0);
        Dataset<Row> matrix = new TrajetCommune().build(tables);

        Estimation estimation = Estimations.of(tables);
        TreeMap<String, Double> expected = new TreeMap<>();
        for (PointCommune from : estimation.communes()) {
            for (PointCommune to : estimation.communes()) {
                Trajet trajet = estimation.entre(from.point(), to.point());
                if (trajet.isWithin(20)) {
                    expected.put(from.code() + " " + to.code(), Math.rint(trajet.minutes() * 100) / 100);
                }
            }
        }
        TreeMap<String, Double> found = new TreeMap<>();
        for (Row row : matrix.collectAsList()) {
            found.put(row.getAs(CODE_COMMUNE_ORIGINE) + " " + row.getAs(CODE_COMMUNE_DESTINATION), row.getAs(MINUTES));
        }
        assertThat(found).isEqualTo(expected);
        assertThat(found)
                .containsEntry("97411 97411", 0.0)
                .containsEntry("29155 29155", 0.0)
                .containsKeys("01001 01002", "01002 01001", "01003 01002")
                .doesNotContainKeys("01001 01005", "29155 01002", "01006 01006");
    }

    /** Roads from 01001 were looked up for 30 minutes: 01003, which they cover, is farther, and 01004 is not reached by any. */
    @Test
    void journeysThatWereBroughtStandAsTheyAre(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.COMMUNE_POINT, POINTS)
                .with(Parametres.TRAJET_HORS_TERRE_MAX_M, 5000.0)
                .with(Silver.TRAJET_DECLARE, """
                code_commune_origine | code_commune_destination | millesime | distance_geodesique_m | distance_route_m | minutes | methode_trajet | minutes_max | obstacle_trajet
                01001                | 01002                    | 2024      | 7746                  | 9000             | 33.5    | route          | 30          |
                01001                | 01004                    | 2024      | 16000                 |                  |         | route          | 30          | sans_chemin
                01003                | 01003                    | 2024      | 0                     | 0                | 0       | route          |             |
                """);

        assertThat(new TrajetCommune().build(tables)).hasRows("""
                code_commune_origine | code_commune_destination | millesime | distance_geodesique_m | distance_route_m | minutes | methode_trajet
                01001                | 01002                    | 2024      | 7746.0                | 9000.0           | 33.5    | route
                01003                | 01003                    | 2024      | 0.0                   | 0.0              | 0.0     | route
                """);
        assertThat(new TrajetCommune()
                        .build(tables.with(Parametres.TRAJET_MINUTES_MAX, 34.0))
                        .where("code_commune_origine = '01001'")
                        .selectExpr("code_commune_destination", "floor(minutes) AS minutes", "methode_trajet"))
                .hasRows("""
                code_commune_destination | minutes | methode_trajet
                01001                    | 0       | estimation
                01002                    | 33      | route
                01003                    | 30      | estimation
                """);
    }

    @Test
    void aPairIsToldInMetresAndMinutesWithItsMethod(SparkSession spark) {
        Dataset<Row> matrix = new TrajetCommune()
                .build(new TestTables(spark)
                        .with(Silver.COMMUNE_POINT, """
                                code_commune | millesime | longitude | latitude | surface_km2 | classe_densite | terre
                                01001        | 2024      | 5.00      | 46.00    | 30          | faible         | metropole
                                01002        | 2024      | 5.00      | 46.09    | 30          | forte          | metropole
                                """)
                        .with(Parametres.TRAJET_MINUTES_MAX, 60.0)
                        .with(Parametres.TRAJET_HORS_TERRE_MAX_M, 100_000.0));

        // 10,004 m on the ellipsoid: × 1.34 at 10 km, and a slope of 1.29 beyond.
        // samples.
        assertThat(matrix.where("code_commune_origine <> code_commune_destination")
                        .drop(MINUTES))
                .hasRows("""
                        code_commune_origine | code_commune_destination | millesime | distance_geodesique_m | distance_route_m | methode_trajet
                        01001                | 01002                    | 2024      | 10004.0               | 13405.0          | estimation
                        01002                | 01001                    | 2024      | 10004.0               | 13405.0          | estimation
                        """);
    }
}

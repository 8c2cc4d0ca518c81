package fr.maillage.silver.perimetre;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.geo.Cercle;
import fr.maillage.geo.Formes;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shapes over real boundaries: Ain of 2018 in degrees, Guadeloupe and Martinique of 2025 in their own system. */
@SparkTest
class RealPerimetresTest {

    @TempDir
    private static Path folder;

    private static Dataset<Row> contours;
    private static Dataset<Row> retenus;

    @BeforeAll
    static void read(SparkSession spark) throws IOException {
        contours = new RealTables(spark, folder)
                .with(RealData.path("boundaries/france-geojson-2018/departements/01-ain/communes-01-ain.geojson"))
                .with(RealData.path("boundaries/geopackage/communes_971_geo_2025.gpkg"))
                .with(RealData.path("boundaries/geopackage/communes_972_geo_2025.gpkg"))
                .read(Silver.CONTOUR);
        retenus = ContoursRetenus.of(contours, 0);
    }

    @Test
    void vintagesStandSideBySideAndOverseasInItsOwnSystem() {
        assertThat(contours.groupBy("millesime", "srid")
                        .agg(functions.count(lit(1)).as("n")))
                .hasRows("""
                millesime | srid | n
                2018      | 4326 | 407
                2025      | 5490 | 66
                """);
        assertThat(contours.where("not est_valide")).isEmpty();
        assertThat(retenus.groupBy("srid", "_srid_officiel")
                        .agg(functions.count(lit(1)).as("n")))
                .hasRows("""
                srid | _srid_officiel | n
                4326 | 2154           | 407
                5490 | 5490           | 66
                """);
    }

    /** Bourg-en-Bresse, and Les Abymes in Guadeloupe: circles of 5 and 8 kilometres wholly on land, or nearly. */
    @Test
    void whatACircleCoversOfTheCommunesAddsUpToTheCircle(SparkSession spark) {
        Dataset<Row> formes = spark.createDataFrame(
                        List.of(
                                new Cercles("bourg", Formes.write(Cercle.around(5.2256, 46.2052, 5_000))),
                                new Cercles("ocean", Formes.write(Cercle.around(-40, 30, 5_000)))),
                        Cercles.class)
                .select(col("code").as("code_zone"), col("forme").as("geometrie"));
        Dataset<Row> areas = contours.select(col("code_territoire").as("code_commune"), col("surface_km2"));

        assertThat(Recouvrement.of(formes, retenus)
                        .join(areas, "code_commune")
                        .groupBy("code_zone")
                        .agg(functions
                                .round(sum(col("part").multiply(col("surface_km2"))), 1)
                                .as("km2")))
                .hasRows("""
                code_zone | km2
                bourg     | 78.5
                """);
    }

    @Test
    void cellsOfAGridShareEveryRealCommuneWhole() {
        Dataset<Row> communes = new Grille(10).communes(retenus);

        assertThat(communes.groupBy("code_commune")
                        .agg(sum("part").as("part"))
                        .where(abs(col("part").minus(1)).gt(1e-6)))
                .isEmpty();
        assertThat(communes.select("code_commune").distinct().count()).isEqualTo(473);
        assertThat(communes.where("code_commune like '97%' and code_zone not like '5490_%'"))
                .isEmpty();
    }

    /** A shape under a code. */
    public static final class Cercles {
        private final String code;
        private final byte[] forme;

        Cercles(String code, byte[] forme) {
            this.code = code;
            this.forme = forme;
        }

        public String getCode() {
            return code;
        }

        public byte[] getForme() {
            return forme;
        }
    }
}

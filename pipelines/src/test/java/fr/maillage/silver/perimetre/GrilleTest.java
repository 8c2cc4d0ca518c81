package fr.maillage.silver.perimetre;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.Contour;
import fr.maillage.silver.Division;
import fr.maillage.silver.IndexContour;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A grid of hexagons: a division whose cells have contours, share communes by area and hold establishments by position. */
@SparkTest
class GrilleTest {

    @Test
    void everyCommuneIsSharedAmongTheCellsThatHoldIt(SparkSession spark) {
        Dataset<Row> division = new Division().build(tables(spark, 20));

        assertThat(division.groupBy("code_commune")
                        .agg(sum("part").as("part"))
                        .where(abs(col("part").minus(1)).gt(1e-9)))
                .isEmpty();
        assertThat(division.where("code_commune = '97105'")).hasRows("""
                division    | code_zone   | code_commune | millesime | part | nature_part | origine_division
                hexagone_20 | 5490_32_102 | 97105        | 2025      | 1.0  | exact       | calculee
                """);
        assertThat(division.where("code_commune = '01001'").count()).isGreaterThan(1);
    }

    @Test
    void cellsAreContoursInTheSystemOfTheirDepartement(SparkSession spark) {
        Dataset<Row> contours = new Contour().build(tables(spark, 20)).where("niveau = 'hexagone_20'");

        assertThat(contours.where("code_territoire like '5490%'")).hasRows("""
                niveau      | code_territoire | millesime | srid | est_valide
                hexagone_20 | 5490_32_102     | 2025      | 5490 | true
                """);
        assertThat(contours.where("abs(surface_km2 - 346.41) > 0.01")).isEmpty();
        assertThat(contours.select("code_territoire").distinct().count()).isEqualTo(contours.count());
        assertThat(new IndexContour()
                        .build(tables(spark, 20).with(Silver.CONTOUR, contours))
                        .where("srid = 2154"))
                .hasRows("""
                niveau      | millesime | srid
                hexagone_20 | 2025      | 2154
                """);
    }

    @Test
    void withoutAWidthThereIsNoGrid(SparkSession spark) {
        assertThat(new Division().build(tables(spark, 0))).isEmpty();
        assertThat(new Contour().build(tables(spark, 0)).where("niveau like 'hexagone%'"))
                .isEmpty();
    }

    @Test
    void aPositionIsInOneCellAndInTheShapesThatHoldIt(SparkSession spark) {
        TestTables tables = tables(spark, 20).with(Silver.ETABLISSEMENT, """
                        numero_finess_et | code_commune | longitude | latitude
                        010000001        | 01001        | 5.14      | 46.11
                        010000002        | 01001        | 5.19      | 46.15
                        010000003        | 01001        |           |
                        9A0000004        | 97105        | -61.72    | 16.0
                        """).with(Silver.TERRITOIRE_DECLARE, """
                        code_territoire | est_en_vigueur | composants | geometrie
                        a               | true           | a          | POLYGON ((5.1 46, 5.15 46, 5.15 46.2, 5.1 46.2, 5.1 46))
                        b               | false          | b          | POLYGON ((5.1 46, 5.15 46, 5.15 46.2, 5.1 46.2, 5.1 46))
                        c               | true           | a, b       |
                        """);

        List<Row> rows = new EtablissementZone()
                .build(tables)
                .orderBy("numero_finess_et")
                .collectAsList();

        assertThat(rows).extracting(row -> row.getString(0)).containsExactly("010000001", "010000002", "9A0000004");
        assertThat(rows.get(0).<String>getList(1))
                .startsWith("territoire_declare|a", "territoire_declare|c")
                .hasSize(3);
        assertThat(rows.get(1).<String>getList(1)).hasSize(1).allMatch(zone -> zone.startsWith("hexagone_20|2154_"));
        assertThat(rows.get(2).<String>getList(1)).containsExactly("hexagone_20|5490_32_102");
    }

    @Test
    void withoutADrawnZoneNobodyIsPlaced(SparkSession spark) {
        assertThat(new EtablissementZone().build(tables(spark, 0).with(Silver.ETABLISSEMENT, """
                        numero_finess_et | code_commune | longitude | latitude
                        010000001        | 01001        | 5.14      | 46.11
                        """)))
                .isEmpty();
    }

    private static TestTables tables(SparkSession spark, long km) {
        String contours = """
                niveau  | depcom | organization | organization_coordsys_id | _millesime | geom
                commune | 01001  | EPSG         | 2154                     | 2018-01-01 | POLYGON ((0 0, 9 0, 9 9, 0 0))
                commune | 01001  | EPSG         | 2154                     | 2025-01-01 | POLYGON ((860000 6560000, 880000 6560000, 880000 6580000, 860000 6580000, 860000 6560000))
                commune | 97105  | EPSG         | 5490                     | 2025-01-01 | POLYGON ((637000 1769000, 638000 1769000, 638000 1770000, 637000 1769000))
                """;
        TestTables tables = new TestTables(spark)
                .with(Parametres.HEXAGONES_KM, km)
                .with(Bronze.CONTOUR_GEOPACKAGE, contours)
                .with(Silver.COMMUNE_VIE, """
                        code_commune | type_commune | date_debut | date_fin
                        01001        | COM          | 1943-01-01 | 9999-12-31
                        97105        | COM          | 1943-01-01 | 9999-12-31
                        """);
        Dataset<Row> built = new Contour().build(tables);
        return tables.with(Silver.CONTOUR, spark.createDataFrame(built.collectAsList(), built.schema()));
    }
}

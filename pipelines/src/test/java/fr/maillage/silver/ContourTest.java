package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ContourTest {

    private static final String NO_ROW = "niveau\n";

    @Test
    void keepsEachContourInTheSystemOfItsFile(SparkSession spark) {
        String geoJson = """
                niveau  | code  | nom | crs                      | geometry                            | _millesime
                commune | 01004 | A   |                          | POLYGON ((0 0, 1 0, 1 1, 0 0))      | 2018-01-01
                commune | 01005 | B   | urn:ogc:def:crs:EPSG::2154 | POLYGON ((0 0, 1000 0, 1000 2000, 0 2000, 0 0)) | 2018-01-01
                region  | 01    | G   | urn:ogc:def:crs:OGC:1.3:CRS84 | POLYGON ((0 0, 1 0, 1 1, 0 0)) | 2018-01-01
                """;
        String geoPackage = """
                niveau  | depcom | epci      | organization | organization_coordsys_id | geom                            | _millesime
                commune | 97105  |           | EPSG         | 5490                     | POLYGON ((0 0, 1000 0, 1000 1000, 0 0)) | 2025-01-01
                epci    |        | 200000172 | EPSG         | 2154                     | POLYGON ((0 0, 1000 0, 1000 1000, 0 0)) | 2025-01-01
                commune | 01004  |           | NONE         | 0                        | POLYGON ((0 0, 1000 0, 1000 1000, 0 0)) | 2025-01-01
                """;

        assertThat(contours(spark, geoJson, geoPackage)).hasRows("""
                        niveau  | code_territoire | millesime | srid | libelle_territoire | x_max  | y_max  | _regles
                        commune | 01004           | 2018      | 4326 | A                  | 1.0    | 1.0    |
                        commune | 01005           | 2018      | 2154 | B                  | 1000.0 | 2000.0 |
                        region  | 01              | 2018      | 4326 | G                  | 1.0    | 1.0    |
                        commune | 97105           | 2025      | 5490 |                    | 1000.0 | 1000.0 |
                        epci    | 200000172       | 2025      | 2154 |                    | 1000.0 | 1000.0 |
                        commune | 01004           | 2025      |      |                    | 1000.0 | 1000.0 |
                        """);
    }

    @Test
    void measuresAreasInKilometres(SparkSession spark) {
        assertThat(contours(spark, """
                        niveau  | code  | crs                        | geometry
                        commune | 01005 | urn:ogc:def:crs:EPSG::2154 | POLYGON ((0 0, 1000 0, 1000 2000, 0 2000, 0 0))
                        """, NO_ROW)).hasRows("""
                        code_territoire | surface_km2
                        01005           | 2.0
                        """);
    }

    @Test
    void mendsWhatCanBeMendedAndSaysSo(SparkSession spark) {
        assertThat(contours(spark, """
                        niveau  | code  | geometry
                        commune | 01001 | POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))
                        commune | 01002 |
                        commune | 01003 | POLYGON EMPTY
                        commune | 01004 | LINESTRING (0 0, 1 1)
                        commune | 01005 | POLYGON ((0 0, 1 1, 2 2, 0 0))
                        """, NO_ROW)).hasRows("""
                        code_territoire | geometrie | reparation | est_valide | _regles
                        01001           | MULTIPOLYGON (((0 0, 0 2, 1 1, 0 0)), ((1 1, 2 2, 2 0, 1 1))) | Self-intersection at 1.0 1.0; mended by JTS GeometryFixer | true | geometrie_reparee
                        01002           |           |            | false | geometrie_absente
                        01003           |           |            | false | geometrie_absente
                        01004           |           |            | false | geometrie_irreparable
                        01005           |           |            | false | geometrie_irreparable
                        """);
    }

    /** A ring that runs twice over one square counted it twice. */
    @Test
    void statesHowMuchAreaARepairChanged(SparkSession spark) {
        assertThat(contours(spark, """
                        niveau  | code  | crs                        | geometry
                        commune | 01001 | urn:ogc:def:crs:EPSG::2154 | POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0, 1000 0, 1000 1000, 0 1000, 0 0))
                        commune | 01002 | urn:ogc:def:crs:EPSG::2154 | POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))
                        """, NO_ROW)).hasRows("""
                        code_territoire | surface_km2 | ecart_surface_km2 | est_valide | _regles
                        01001           | 1.0         | -1.0              | true       | geometrie_reparee
                        01002           | 1.0         |                   | true       |
                        """);
    }

    @Test
    void setsAsideOverseasTerritoriesDrawnBesideTheMainland(SparkSession spark) {
        String geoPackage = """
                niveau      | depcom | epci      | dep | reg | organization | organization_coordsys_id | geom
                commune     | 97105  |           | 971 |     | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                commune     | 97105  |           |     |     | EPSG         | 5490                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                commune     | 2A004  |           |     |     | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                epci        |        | 249740077 |     |     | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                epci        |        | 200041507 |     |     | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                epci        |        | 200000172 |     |     | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                departement |        |           | 976 |     | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                departement |        |           | 01  |     | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                region      |        |           |     | 01  | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                region      |        |           |     | 11  | EPSG         | 2154                     | POLYGON ((0 0, 1 0, 1 1, 0 0))
                """;

        assertThat(contours(spark, NO_ROW, geoPackage)).hasRows("""
                        niveau      | code_territoire | srid | _regles
                        commune     | 97105           | 2154 | outre_mer_deplace
                        commune     | 97105           | 5490 |
                        commune     | 2A004           | 2154 |
                        epci        | 249740077       | 2154 | outre_mer_deplace
                        epci        | 200041507       | 2154 | outre_mer_deplace
                        epci        | 200000172       | 2154 |
                        departement | 976             | 2154 | outre_mer_deplace
                        departement | 01              | 2154 |
                        region      | 01              | 2154 | outre_mer_deplace
                        region      | 11              | 2154 |
                        """);
    }

    @Test
    void takesShapefilesLikeTheOthers(SparkSession spark) {
        assertThat(contours(spark, NO_ROW, NO_ROW, """
                        niveau      | code  | nom        | srid | geometry                                | _millesime
                        departement | 01    | Ain        | 2154 | POLYGON ((0 0, 1000 0, 1000 1000, 0 0)) | 2016-01-01
                        departement | 02    | Aisne      | 2154 |                                         | 2016-01-01
                        departement | 03    | Allier     | 2154 | POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))     | 2016-01-01
                        region      | 01    | Guadeloupe | 2154 | POLYGON ((0 0, 1000 0, 1000 1000, 0 0)) | 2016-01-01
                        """)).hasRows("""
                        niveau      | code_territoire | millesime | srid | libelle_territoire | _regles
                        departement | 01              | 2016      | 2154 | Ain                |
                        departement | 02              | 2016      | 2154 | Aisne              | geometrie_absente
                        departement | 03              | 2016      | 2154 | Allier             | geometrie_reparee
                        region      | 01              | 2016      | 2154 | Guadeloupe         | outre_mer_deplace
                        """);
    }

    @Test
    void keepsTheContourLandedLastOfATerritoryThatComesTwice(SparkSession spark) {
        assertThat(contours(spark, """
                        niveau  | code  | geometry                       | _rang | _ligne | _millesime
                        commune | 01004 | POLYGON ((0 0, 1 0, 1 1, 0 0)) | 1     | 7      | 2018-01-01
                        commune | 01004 | POLYGON ((0 0, 1 0, 1 1, 0 0)) | 2     | 8      | 2018-03-01
                        commune | 01004 | POLYGON ((0 0, 1 0, 1 1, 0 0)) | 2     | 9      | 2018-03-01
                        commune | 01004 | POLYGON ((0 0, 1 0, 1 1, 0 0)) | 1     | 10     | 2019-01-01
                        """, NO_ROW)).hasRows("""
                        millesime | _ligne | _regles
                        2018      | 7      | contour_en_double
                        2018      | 8      |
                        2018      | 9      | contour_en_double
                        2019      | 10     |
                        """);
    }

    private static Dataset<Row> contours(SparkSession spark, String geoJson, String geoPackage) {
        return contours(spark, geoJson, geoPackage, NO_ROW);
    }

    private static Dataset<Row> contours(SparkSession spark, String geoJson, String geoPackage, String shapefile) {
        Dataset<Row> compositions = table(spark, Silver.EPCI_COMMUNE, """
                code_commune | millesime | code_epci
                97105        | 2021      | 200041507
                97107        | 2021      | 200041507
                01004        | 2021      | 200000172
                """);
        return Contour.apply(
                table(spark, Bronze.CONTOUR_GEOJSON, geoJson),
                table(spark, Bronze.CONTOUR_GEOPACKAGE, geoPackage),
                table(spark, Bronze.CONTOUR_SHAPEFILE, shapefile),
                compositions);
    }
}

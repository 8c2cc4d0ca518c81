package fr.maillage.silver.trajet;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CommunePointTest {

    /** 01002 merged into 01001 in 2022; 01003 came apart in 2022 into 01003 and 01004; 2A004 has no inhabitant known. */
    @Test
    void givesPointAreaAndDensityFromTheContoursNearestInTime(SparkSession spark) {
        assertThat(new CommunePoint().build(tables(spark))).hasRows("""
                code_commune | millesime | longitude | latitude | origine_point           | surface_km2 | population | densite | classe_densite | terre | relief
                01001        | 2024      | 5.05      | 46.05    | contour_autre_millesime | 30.0        | 3000       | 100.0   | faible         | metropole | plaine
                01003        | 2024      | 5.25      | 46.05    | contour_autre_millesime |             | 75         |         | inconnue       | metropole | moyenne_montagne
                01004        | 2024      | 5.25      | 46.05    | contour_autre_millesime |             | 25         |         | inconnue       | metropole |
                01005        | 2024      |           |          |                         |             | 0          |         | inconnue       | metropole | plaine
                2A004        | 2024      | 8.75      | 41.95    | contour                 | 80.0        |            |         | inconnue       | corse | haute_montagne
                29155        | 2024      | -5.05     | 48.45    | contour                 | 16.0        | 0          | 0.0     | tres_faible    | ouessant |
                """);
    }

    @Test
    void withoutContoursNothingHasAPoint(SparkSession spark) {
        assertThat(new CommunePoint()
                        .build(tables(spark)
                                .with(Silver.CONTOUR, table(spark, Silver.CONTOUR, "niveau | code_territoire"))))
                .hasRows("""
                        code_commune | longitude | origine_point | densite | classe_densite
                        01001        |           |               |         | inconnue
                        01003        |           |               |         | inconnue
                        01004        |           |               |         | inconnue
                        01005        |           |               |         | inconnue
                        2A004        |           |               |         | inconnue
                        29155        |           |               |         | inconnue
                        """);
    }

    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.COMMUNE, """
                        code_commune | millesime | code_arrondissement
                        01001        | 2021      |
                        01001        | 2024      | 012
                        01003        | 2024      | 014
                        01004        | 2024      |
                        01005        | 2024      | 012
                        2A004        | 2024      | 2A1
                        29155        | 2024
                        """)
                .with(Silver.COMMUNE_VIE, """
                        code_commune | type_commune | date_debut | date_fin
                        01001        | COM          | 1943-01-01 | 9999-12-31
                        01002        | COM          | 1943-01-01 | 2022-01-01
                        01003        | COM          | 1943-01-01 | 9999-12-31
                        01005        | COM          | 1943-01-01 | 9999-12-31
                        2A004        | COM          | 1943-01-01 | 9999-12-31
                        29155        | COM          | 1943-01-01 | 9999-12-31
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01001        | 1943-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                        01002        | 1943-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                        01003        | 1943-01-01 | 2022-01-01 | 01003              | 0.75 | pondere
                        01003        | 1943-01-01 | 2022-01-01 | 01004              | 0.25 | pondere
                        01003        | 2022-01-01 | 9999-12-31 | 01003              | 1.0  | exact
                        01005        | 1943-01-01 | 9999-12-31 | 01005              | 1.0  | exact
                        2A004        | 1943-01-01 | 9999-12-31 | 2A004              | 1.0  | exact
                        29155        | 1943-01-01 | 9999-12-31 | 29155              | 1.0  | exact
                        """)
                .with(Silver.POPULATION, """
                        code_commune | millesime | annee | population_municipale
                        01001        | 2021      | 2019  | 2000
                        01002        | 2021      | 2019  | 1000
                        01003        | 2021      | 2019  | 100
                        01005        | 2021      | 2019  | 0
                        29155        | 2021      | 2019  | 0
                        """)
                .with(Silver.CONTOUR, """
                        niveau      | code_territoire | millesime | srid | surface_km2 | geometrie
                        commune     | 01001           | 2021      | 4326 | 10          | POLYGON((5 46, 5.1 46, 5.1 46.1, 5 46.1, 5 46))
                        commune     | 01002           | 2021      | 4326 | 20          | POLYGON((5.1 46, 5.2 46, 5.2 46.1, 5.1 46.1, 5.1 46))
                        commune     | 01003           | 2021      | 4326 | 10          | POLYGON((5.2 46, 5.3 46, 5.3 46.1, 5.2 46.1, 5.2 46))
                        commune     | 01001           | 2018      | 4326 | 99          | POLYGON((1 40, 2 40, 2 41, 1 41, 1 40))
                        commune     | 01001           | 2018      | 2154 | 99          | POLYGON((1 40, 2 40, 2 41, 1 41, 1 40))
                        departement | 2A              | 2024      | 4326 | 4000        | POLYGON((8 41, 9 41, 9 42, 8 42, 8 41))
                        commune     | 2A004           | 2024      | 4326 | 80          | MULTIPOLYGON(((8.7 41.9, 8.8 41.9, 8.8 42, 8.7 42, 8.7 41.9)), ((8 41, 8.01 41, 8.01 41.01, 8 41)))
                        commune     | 29155           | 2018      | 4326 | 16          | POLYGON((-5.1 48.4, -5 48.4, -5 48.5, -5.1 48.5, -5.1 48.4))
                        """);
    }
}

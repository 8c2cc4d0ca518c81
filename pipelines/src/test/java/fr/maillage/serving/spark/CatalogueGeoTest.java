package fr.maillage.serving.spark;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.geo.PointIndex;
import fr.maillage.geo.PointIndex.Territory;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.IndexRow;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import fr.maillage.warehouse.FabricatedWarehouse;
import fr.maillage.warehouse.SparkSchemas;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

@SparkTest
class CatalogueGeoTest {

    @TempDir
    static Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void publishContours(SparkSession session) {
        // A session of its own, on the same Spark: catalogs are remembered by the session that met them.
        spark = session.newSession();
        List<Row> indexes = List.of(
                index("commune", 2018, square("01001", 2.9, 46.4, 0.3)),
                index("commune", 2024, square("01004", 2.9, 46.4, 0.15), square("2A004", 3.05, 46.4, 0.15)),
                index("departement", 2024, square("01", 2.9, 46.4, 0.3)));
        FabricatedWarehouse fabricated = new FabricatedWarehouse(session, folder)
                .with(Silver.INDEX_CONTOUR, session.createDataFrame(indexes, SparkSchemas.stored(Silver.INDEX_CONTOUR)))
                .with(Silver.PASSAGE_COMMUNE, TextTable.stored(session, Silver.PASSAGE_COMMUNE, """
                        code_commune | type_commune | date_debut | date_fin   | lu_du      | lu_au      | atome | part | part_basse | part_haute | nature_part
                        14666        | COM          | 1943-01-01 | 2017-01-01 | 1800-01-01 | 2017-01-01 | 14666 | 1.0  | 1.0        | 1.0        | exact
                        14666        | COMD         | 2017-01-01 | 2019-12-31 | 2017-01-01 | 2019-12-31 | 14666 | 1.0  | 1.0        | 1.0        | exact
                        14666        | COM          | 2019-12-31 | 9999-12-31 | 2019-12-31 | 9999-12-31 | 14666 | 1.0  | 1.0        | 1.0        | exact
                        14712        | COM          | 1943-01-01 | 2017-01-01 | 1800-01-01 | 2017-01-01 | 14712 | 1.0  | 1.0        | 1.0        | exact
                        14712        | COM          | 2017-01-01 | 2019-12-31 | 2017-01-01 | 2019-12-31 | 14666 | 0.25 | 0.2        | 0.3        | pondere
                        14712        | COM          | 2017-01-01 | 2019-12-31 | 2017-01-01 | 2019-12-31 | 14712 | 0.75 | 0.7        | 0.8        | pondere
                        14712        | COM          | 2019-12-31 | 9999-12-31 | 2019-12-31 | 9999-12-31 | 14712 | 1.0  | 1.0        | 1.0        | exact
                        """));
        fabricated.with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part
                        01001        | 1943-01-01 | 2020-01-01 | 01004              | 0.7
                        01001        | 1943-01-01 | 2020-01-01 | 2A004              | 0.3
                        01004        | 1943-01-01 | 9999-12-31 | 01004              | 1
                        2A004        | 1943-01-01 | 9999-12-31 | 2A004              | 1
                        """).with(Silver.RATTACHEMENT, """
                        code_commune | niveau             | code_territoire | part
                        01004        | bassin_de_vie_2022 | 01004           | 1
                        01004        | pays               | P1              | 0.4
                        01004        | pays               | P2              | 0.6
                        2A004        | pays               | P3              | 0.3
                        """);
        fabricated.with(Silver.COMMUNE_POINT, """
                code_commune | longitude | latitude | surface_km2 | classe_densite | terre
                01004        | 3.00      | 46.45    | 400         | faible         | metropole
                2A004        | 8.73      | 41.93    | 80          | moyenne        | corse
                """);
        fabricated.publish();
        CatalogueGeo.settings(folder.toString())
                .forEach((name, value) -> spark.conf().set(name, value));
    }

    @Test
    void givesTheCommuneOfThePublishedContoursOfTheNewestVintage() {
        assertThat(spark.sql("SELECT x, geo.commune(x, 46.45) AS code_commune"
                        + " FROM VALUES (3.0D), (3.1D), (9.0D), (CAST(NULL AS DOUBLE)) AS positions(x)"))
                .hasRows("""
                        x   | code_commune
                        3.0 | 01004
                        3.1 | 2A004
                        9.0 |
                            |
                        """);
    }

    @Test
    void takesTheVintageAsANamespaceAndTheLevelAsAName() {
        assertThat(
                        spark.sql(
                                "SELECT geo.`2018`.commune(3.1, 46.45) AS ancienne, geo.departement(3.1, 46.45) AS departement"))
                .hasRows("""
                        ancienne | departement
                        01001    | 01
                        """);
    }

    @Test
    void answersForEveryDivisionByTheZoneThatHoldsMostOfTheCommune() {
        assertThat(spark.sql("SELECT x, geo.bassin_de_vie_2022(x, 46.45) AS bassin, geo.pays(x, 46.45) AS pays"
                        + " FROM VALUES (3.0D), (3.1D), (9.0D) AS positions(x)"))
                .hasRows("""
                        x   | bassin | pays
                        3.0 | 01004  | P2
                        3.1 |        |
                        9.0 |        |
                        """);
        assertThat(spark.sql("SELECT geo.`2018`.pays(3.1, 46.45) AS pays")).hasRows("""
                pays
                P2
                """);
    }

    /** 1,000 m by 1.4, all of them at the local speed of 45 km/h. */
    @Test
    void tellsMetresAndMinutesBetweenPositions() {
        assertThat(
                        spark.sql(
                                "SELECT x, round(geo.distance(3.0, 46.45, x, y)) AS metres,"
                                        + " round(geo.minutes(3.0, 46.45, x, y), 2) AS minutes"
                                        + " FROM VALUES (3.0D, 46.45D), (3.0D, 46.459D), (8.73D, 41.93D), (20D, 40D), (CAST(NULL AS DOUBLE), 1D) AS t(x, y)"))
                .hasRows("""
                        x    | metres    | minutes
                        3.0  | 0.0       | 0.0
                        3.0  | 1000.0    | 1.87
                        8.73 | 679421.0  |
                        20.0 | 1551465.0 |
                             |           |
                        """);
    }

    @Test
    void takesPositionsInTheirOwnSystem() {
        assertThat(spark.sql("SELECT geo.commune(700000, 6593400, 2154) AS code_commune"))
                .hasRows("""
                code_commune
                01004
                """);
    }

    @Test
    void carriesACommuneFromOneVintageToAnother() {
        assertThat(spark.sql("SELECT c AS code, inline(geo.passage(c, y, t)) FROM VALUES ('14712', 2018, 2020),"
                        + " ('14666', 2018, 2020), ('14666', 2020, 2019), ('99999', 2018, 2020) AS facts(c, y, t)"))
                .hasRows("""
                        code  | code_commune | part | part_basse | part_haute | nature_part
                        14712 | 14666        | 0.25 | 0.2        | 0.3        | pondere
                        14712 | 14712        | 0.75 | 0.7        | 0.8        | pondere
                        14666 | 14666        | 1.0  | 1.0        | 1.0        | exact
                        14666 | 14712        | 1.0  | 1.0        | 1.0        | exact
                        """);
        assertThat(spark.sql("SELECT inline(geo.passage('14666', DATE '2019-12-30', DATE '2020-06-01'))"))
                .hasRows("""
                        code_commune | nature_part
                        14666        | exact
                        """);
    }

    @Test
    void saysWhetherACodeIsThatOfACommune() {
        assertThat(spark.sql("SELECT geo.usage('14666', 2018) AS a, geo.usage('14666', DATE '2019-12-31') AS b,"
                        + " geo.usage('99999', 2018) AS c"))
                .hasRows("""
                        a                 | b       | c
                        commune_rattachee | commune | inconnu
                        """);
        assertThatThrownBy(() -> spark.sql("SELECT geo.usage('14666')")).hasMessageContaining("year or date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void answersTheSameCompiledAndInterpreted(String compiled) {
        SparkSession other = spark.newSession();
        CatalogueGeo.settings(folder.toString())
                .forEach((name, value) -> other.conf().set(name, value));
        other.conf().set("spark.sql.codegen.wholeStage", compiled);
        other.conf().set("spark.sql.codegen.factoryMode", compiled.equals("true") ? "CODEGEN_ONLY" : "NO_CODEGEN");

        assertThat(other.sql("SELECT geo.commune(2.9 + id / 100, 46.45) AS code, count(*) AS nb FROM range(0, 30, 1, 2)"
                        + " GROUP BY ALL"))
                .hasRows("""
                        code  | nb
                        01004 | 16
                        2A004 | 14
                        """);
    }

    @Test
    void groupsByWhatItAnswers() {
        assertThat(spark.sql("SELECT geo.commune(2.9 + id / 100, 46.45) AS code, count(*) AS nb FROM range(0, 30, 1, 2)"
                        + " GROUP BY geo.commune(2.9 + id / 100, 46.45)"))
                .hasRows("""
                        code  | nb
                        01004 | 16
                        2A004 | 14
                        """);
        assertThat(spark.sql("SELECT geo.usage('14666', 2000 + id) AS usage, count(*) AS nb FROM range(0, 20, 1, 2)"
                        + " GROUP BY geo.usage('14666', 2000 + id)"))
                .hasRows("""
                        usage             | nb
                        commune           | 17
                        commune_rattachee | 3
                        """);
    }

    @Test
    void saysWhatItCannotAnswer() {
        assertThatThrownBy(() -> spark.sql("SELECT geo.region(3.1, 46.45)"))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("has no contours of it");
        assertThatThrownBy(() -> spark.sql("SELECT geo.canton(3.1, 46.45)")).hasMessageContaining("canton");
        assertThatThrownBy(() -> spark.sql("SELECT geo.commune(3.1)")).hasMessageContaining("longitude and latitude");
    }

    private static Row index(String niveau, long millesime, Territory... territories) {
        return IndexRow.of(niveau, millesime, PointIndex.build(List.of(territories)));
    }

    private static Territory square(String code, double x, double y, double side) {
        return new Territory(code, new GeometryFactory().toGeometry(new Envelope(x, x + side, y, y + side)));
    }
}

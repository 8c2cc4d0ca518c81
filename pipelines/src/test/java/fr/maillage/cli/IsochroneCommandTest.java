package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What {@code isochrone} and {@code trajets} write of one small published warehouse. */
@SparkTest
class IsochroneCommandTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void fabricate(SparkSession spark) throws IOException {
        new FabricatedWarehouse(spark, folder.resolve("entrepot"))
                .with(Silver.COMMUNE_POINT, """
                        code_commune | millesime | longitude | latitude | surface_km2 | classe_densite | terre
                        01001        | 2024      | 5.00      | 46.00    | 60          | faible         | metropole
                        01002        | 2024      | 5.10      | 46.00    | 60          | faible         | metropole
                        01003        | 2024      | 5.30      | 46.00    | 250         | faible         | metropole
                        29155        | 2024      | -5.05     | 48.45    | 16          | faible         | ouessant
                        01004        | 2024      |           |          |             | inconnue       | metropole
                        """)
                .publish();
        Files.writeString(folder.resolve("a.osm"), """
                <osm version='0.6'>
                <node id='1' lon='5.00' lat='46.00'/><node id='2' lon='5.05' lat='46.02'/>
                <node id='3' lon='5.10' lat='46.00'/>
                <way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='secondary'/></way>
                <way id='2'><nd ref='2'/><nd ref='3'/><tag k='highway' v='secondary'/></way>
                </osm>
                """);
    }

    @Test
    void drawsEachTimeWithTheCommunesItReaches() throws IOException {
        JsonNode drawn = draw("--commune", "01001", "--minutes", "5,20,90");

        assertThat(drawn.findValuesAsText("minutes")).containsExactly("90.0", "20.0", "5.0");
        assertThat(drawn.findValuesAsText("methode_trajet")).containsOnly("estimation");
        assertThat(drawn.findValuesAsText("nb_communes")).containsExactly("3", "2", "1");
        Geometry large = surface(drawn, 0);
        Geometry middle = surface(drawn, 1);
        Geometry small = surface(drawn, 2);
        assertThat(List.of(large, middle, small)).allMatch(Geometry::isValid);
        assertThat(large.covers(point(5.30, 46.00))).isTrue();
        assertThat(middle.covers(point(5.10, 46.00))).isTrue();
        assertThat(middle.covers(point(5.30, 46.00))).isFalse();
        assertThat(small.covers(point(5.00, 46.00))).isTrue();
        assertThat(large.getArea()).isGreaterThan(middle.getArea());
        assertThat(middle.getArea()).isGreaterThan(small.getArea());
        assertThat(large.covers(point(-5.05, 48.45))).isFalse();
    }

    @Test
    void drawsAlongTheRoadsOfAnExtract() throws IOException {
        JsonNode drawn = draw("--point", "5.001,46.0", "--minutes", "30", "--osm", file("a.osm"));

        assertThat(drawn.findValuesAsText("methode_trajet")).containsExactly("route");
        assertThat(drawn.findValuesAsText("nb_communes")).containsExactly("2");
        Geometry reached = surface(drawn, 0);
        assertThat(reached.isValid()).isTrue();
        assertThat(reached.covers(point(5.05, 46.02))).isTrue();
        assertThat(reached.covers(point(5.30, 46.00))).isFalse();
    }

    @Test
    void writesJourneysAsCsv() throws IOException {
        assertThat(run("trajets", "--from", "01001", "--minutes", "20", "--out", file("a.csv"))
                        .exitCode())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("a.csv")))
                .hasSize(3)
                .startsWith(
                        "code_commune_origine;code_commune_destination;distance_geodesique_m;distance_route_m;minutes"
                                + ";methode_trajet;millesime;minutes_max;obstacle_trajet;source")
                .contains("01001;01001;0;0;0.0;estimation;2024;20.0;;Maillage")
                .anyMatch(line -> line.startsWith("01001;01002;7746;"));

        Typed roads = run("trajets", "--from", "01", "--minutes", "60", "--osm", file("a.osm"), "--out", file("b.csv"));
        assertThat(roads.exitCode()).isZero();
        assertThat(roads.err()).contains("1 communes have no road").contains("01003");
        assertThat(Files.readAllLines(folder.resolve("b.csv")))
                .hasSize(6)
                .contains("01003;01003;;;;route;2024;;hors_couverture;OpenStreetMap, a.osm")
                .anyMatch(line -> line.startsWith("01002;01001;7746;")
                        && line.endsWith(";route;2024;60.0;;OpenStreetMap, a.osm"));
        assertThat(Typed.run("ingest", file("b.csv"), "--warehouse", file("autre"))
                        .out())
                .contains("Trajets de commune à commune", "2024-01-01");

        Typed uncovered =
                run("trajets", "--from", "01003", "--minutes", "60", "--osm", file("a.osm"), "--out", file("x.csv"));
        assertThat(uncovered.exitCode()).isEqualTo(2);
        assertThat(uncovered.err()).contains("Cannot write journeys from 01003: nothing covers them");
    }

    @Test
    void countsInTheSameDigitsEverywhere() {
        Locale here = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(run("trajets", "--from", "01001", "--minutes", "20", "--out", file("c.csv"))
                            .out())
                    .startsWith("2 journeys from 1 communes: ");
        } finally {
            Locale.setDefault(here);
        }
    }

    @Test
    void refusesWhatItCannotStartFromInOneLine() {
        refused("no contour of a commune", "--commune", "99999");
        refused("no contour of a commune", "--commune", "01004");
        refused("in no commune", "--point", "2.35,48.86");
        refused("not a longitude and a latitude", "--point", "ici");
        refused("not a longitude and a latitude", "--point", "500,46");
        refused("does not cover", "--commune", "01003", "--osm", file("a.osm"));
        refused("no such file", "--commune", "01001", "--osm", file("absent.osm.pbf"));
        assertThat(run("isochrone", "--commune", "01001", "--minutes", "0", "--out", file("x.geojson"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(run("isochrone", "--minutes", "30", "--out", file("x.geojson"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(run("trajets", "--from", "XX", "--minutes", "30", "--out", file("x.csv"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(folder.resolve("x.geojson")).doesNotExist();
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    private static void refused(String why, String... from) {
        String[] args = new String[from.length + 5];
        args[0] = "isochrone";
        System.arraycopy(from, 0, args, 1, from.length);
        System.arraycopy(new String[] {"--minutes", "30", "--out", file("x.geojson")}, 0, args, 1 + from.length, 4);
        Typed typed = run(args);
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().strip()).contains(why).doesNotContain("\n");
    }

    private static JsonNode draw(String... options) throws IOException {
        String[] args = new String[options.length + 3];
        args[0] = "isochrone";
        System.arraycopy(options, 0, args, 1, options.length);
        args[options.length + 1] = "--out";
        args[options.length + 2] = file("dessin.geojson");
        assertThat(run(args).err()).isEmpty();
        return new ObjectMapper()
                .readTree(folder.resolve("dessin.geojson").toFile())
                .get("features");
    }

    private static Geometry surface(JsonNode features, int number) {
        GeometryFactory factory = new GeometryFactory();
        JsonNode polygons = features.get(number).get("geometry").get("coordinates");
        Polygon[] drawn = new Polygon[polygons.size()];
        for (int i = 0; i < drawn.length; i++) {
            JsonNode ring = polygons.get(i).get(0);
            Coordinate[] places = new Coordinate[ring.size()];
            for (int j = 0; j < places.length; j++) {
                places[j] = new Coordinate(
                        ring.get(j).get(0).asDouble(), ring.get(j).get(1).asDouble());
            }
            drawn[i] = factory.createPolygon(places);
        }
        return factory.createMultiPolygon(drawn);
    }

    private static Geometry point(double longitude, double latitude) {
        return new GeometryFactory().createPoint(new Coordinate(longitude, latitude));
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Typed run(String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--warehouse";
        all[args.length + 1] = folder.resolve("entrepot").toString();
        return Typed.run(all);
    }
}

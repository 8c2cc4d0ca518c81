package fr.maillage.source.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

class ContoursGeoJsonTest {

    private static final ContoursGeoJson FORMAT = new ContoursGeoJson();
    private static final String SQUARE = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}";

    @TempDir
    Path folder;

    @Test
    void readsFeaturesWithTheirCodesAndGeometries() throws IOException, ParseException {
        List<SourceRecord> records = records(collection(feature("01004", "Ambérieu", SQUARE)));

        assertThat(records).hasSize(1);
        assertThat(records.get(0).values()).startsWith("commune", "01004", "Ambérieu", null);
        assertThat(new WKBReader().read((byte[]) records.get(0).values()[4]).toText())
                .isEqualTo("POLYGON ((0 0, 1 0, 1 1, 0 0))");
    }

    @Test
    void keepsAFeatureWithoutGeometryAndSetsAsideOneThatCannotBeRead() throws IOException {
        List<SourceRecord> records = records(collection(
                feature("01001", "A", "null"),
                feature("01002", "B", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0]]]}"),
                feature("01003", "C", "{\"type\":\"Polygon\",\"coordinates\":[[[0,\"x\"],[1,0],[1,1],[0,0]]]}"),
                "{\"type\":\"Feature\",\"geometry\":" + SQUARE + "}",
                feature("01004", "D", SQUARE)));

        assertThat(records)
                .extracting(SourceRecord::line, SourceRecord::brokenRule)
                .containsExactly(
                        tuple(1L, null),
                        tuple(2L, "geometrie_illisible"),
                        tuple(3L, "geometrie_illisible"),
                        tuple(4L, "entite_illisible"),
                        tuple(5L, null));
        assertThat(records.get(0).values()[4]).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "01, Ain, departement",
        "01, Guadeloupe, region",
        "75, Nouvelle-Aquitaine, region",
        "75, Paris, departement",
        "93, Provence-Alpes-Côte d’Azur, region",
        "2A004, Ajaccio, commune",
        "97105, Basse-Terre, commune",
        "200000172, CC Faucigny - Glières, epci",
        "X, Ailleurs, "
    })
    void tellsTheLevelByCodeAndName(String code, String nom, String niveau) throws IOException {
        assertThat(records(collection(feature(code, nom, SQUARE))).get(0).values()[0])
                .isEqualTo(niveau);
    }

    @Test
    void keepsTheReferenceSystemEvenWhenItStandsAfterTheFeatures() throws IOException {
        String text = collection(feature("01004", "A", SQUARE)).replaceFirst("}$", "")
                + ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::2154\"}}}";

        assertThat(records(text).get(0).values()[3]).isEqualTo("urn:ogc:def:crs:EPSG::2154");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 190, 300})
    void refusesACollectionThatIsCut(int length) throws IOException {
        String whole = collection(feature("01001", "A", SQUARE), feature("01002", "B", SQUARE));
        Probe probe = probe("communes.geojson", whole.substring(0, length));

        assertThatThrownBy(() -> Probes.records(FORMAT, probe, Bronze.CONTOUR_GEOJSON))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("communes.geojson is cut or no JSON at line 1");
    }

    @Test
    void knowsTheVintageByTheFolder() throws IOException {
        Probe probe = probe("france-geojson-2018/communes-01.geojson", collection(feature("01004", "A", SQUARE)));

        assertThat(FORMAT.recognise(probe).orElseThrow().vintage()).isEqualTo(LocalDate.of(2018, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1, 2]",
                "",
                "{\"type\":\"FeatureCollection\",\"features\":[]}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":1}}]}"
            })
    void leavesOtherFilesAlone(String content) throws IOException {
        assertThat(FORMAT.recognise(probe("communes-01.geojson", content))).isEmpty();
    }

    @Test
    void readsThePublishedContoursOfAin() throws IOException {
        Path file = RealData.path("boundaries/france-geojson-2018/departements/01-ain/communes-01-ain.geojson");
        Probe probe = Probes.of(file, "france-geojson-2018/departements/01-ain/communes-01-ain.geojson");

        assertThat(FORMAT.recognise(probe)).isPresent();
        assertThat(Probes.records(FORMAT, probe, Bronze.CONTOUR_GEOJSON))
                .hasSizeGreaterThan(400)
                .allMatch(record -> record.values() != null && record.values()[0].equals("commune"));
    }

    private List<SourceRecord> records(String content) throws IOException {
        return Probes.records(FORMAT, probe("communes.geojson", content), Bronze.CONTOUR_GEOJSON);
    }

    private Probe probe(String name, String content) throws IOException {
        return Probes.of(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String code, String nom, String geometry) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{\"code\":\"" + code
                + "\",\"nom\":\"" + nom + "\"}}";
    }
}

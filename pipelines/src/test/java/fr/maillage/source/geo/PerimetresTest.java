package fr.maillage.source.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Formats;
import fr.maillage.source.Probe;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polygons that persons draw, and how they are told from files of contours. */
class PerimetresTest {

    private static final PerimetresGeoJson FORMAT = new PerimetresGeoJson();
    private static final String SQUARE = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}";
    private static final String NAMED = "\"identifiant\":\"a\",\"nom\":\"A\",\"proprietaire\":\"ARS\"";

    @TempDir
    Path folder;

    @Test
    void readsWhatAPersonSaysOfThem() throws IOException {
        Probe probe = probe(
                feature(NAMED + ",\"date_debut\":\"2024-03-01\",\"millesime\":2023", SQUARE),
                feature(NAMED + ",\"date_fin\":null", "null"),
                feature(NAMED, "{\"type\":\"Point\",\"coordinates\":[0,0]}"),
                "{\"type\":\"Feature\",\"geometry\":" + SQUARE + "}");

        List<SourceRecord> records = Probes.records(FORMAT, probe, Bronze.PERIMETRE);

        assertThat(records)
                .extracting(SourceRecord::line, SourceRecord::brokenRule)
                .containsExactly(
                        tuple(1L, null),
                        tuple(2L, null),
                        tuple(3L, "geometrie_illisible"),
                        tuple(4L, "entite_illisible"));
        assertThat(records.get(0).values()).startsWith("a", "A", "ARS", "2024-03-01", null, "2023", null, null);
        assertThat(records.get(1).values()).containsExactly("a", "A", "ARS", null, null, null, null, null, null);
        assertThat(FORMAT.recognise(probe).orElseThrow().vintage()).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void aPerimeterThatAlsoHasACodeIsNoContour() throws IOException {
        Probe probe = probe(feature(NAMED + ",\"code\":\"01004\"", SQUARE));

        assertThat(recognising(probe)).containsExactly("perimetres-geojson");
        assertThat(recognising(probe(feature("\"code\":\"01004\",\"nom\":\"A\"", SQUARE))))
                .containsExactly("contours-geojson");
        assertThat(recognising(probe(feature("\"identifiant\":\"a\",\"nom\":\"A\"", SQUARE))))
                .isEmpty();
    }

    @Test
    void everySampleIsOfOneFormatOnly() throws IOException {
        for (Samples.Sample sample : Samples.all()) {
            if (sample.format().matches("(perimetres|contours)-.*|declaration-(territoires|divisions|cooperations)")) {
                Probe probe = Probes.of(folder, sample.name(), sample.content());
                // A shapefile is told by the files beside it.
                if (!sample.format().equals("contours-shapefile")) {
                    assertThat(recognising(probe)).as(sample.toString()).containsExactly(sample.format());
                }
            }
        }
    }

    @Test
    void theCoordinatesOfAGeoPackageAreInTheSystemOfTheirLayer() throws IOException {
        Samples.Sample sample = Samples.all().stream()
                .filter(one -> one.format().equals("perimetres-geopackage"))
                .findFirst()
                .orElseThrow();

        List<SourceRecord> records = Probes.records(
                new PerimetresGeoPackage(), Probes.of(folder, sample.name(), sample.content()), Bronze.PERIMETRE);

        assertThat(records).hasSize(5);
        assertThat(records.get(2).values())
                .startsWith("p3", "Projet 3", "ARS", "2024-01-03", null, null, null, "EPSG:2154");
    }

    @Test
    void refusesACollectionThatIsCut() throws IOException {
        String whole = collection(feature(NAMED, SQUARE), feature(NAMED, SQUARE));
        Probe cut = Probes.of(
                folder, "p.geojson", whole.substring(0, whole.length() - 30).getBytes(StandardCharsets.UTF_8));

        assertThat(FORMAT.recognise(cut)).isPresent();
        assertThatThrownBy(() -> Probes.records(FORMAT, cut, Bronze.PERIMETRE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("p.geojson is cut or no JSON");
    }

    private static List<String> recognising(Probe probe) throws IOException {
        List<String> names = new java.util.ArrayList<>();
        for (RegisterFormat format : Formats.ALL) {
            if (format.recognise(probe).isPresent()) {
                names.add(format.name());
            }
        }
        return names;
    }

    private Probe probe(String... features) throws IOException {
        return Probes.of(folder, "p.geojson", collection(features).getBytes(StandardCharsets.UTF_8));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }
}

package fr.maillage.source.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Archives;
import fr.maillage.testing.Probes;
import fr.maillage.testing.Shapefiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

class ContoursShapefileTest {

    private static final ContoursShapefile FORMAT = new ContoursShapefile();
    private static final List<String> COLUMNS = List.of("INSEE_DEP", "NOM");
    private static final double[] SQUARE = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
    private static final double[] HOLE = {2, 2, 4, 2, 4, 4, 2, 4, 2, 2};
    private static final double[] ISLAND = {20, 0, 20, 1, 21, 1, 20, 0};
    private static final byte[][] SHAPES = {
        Shapefiles.shape(SQUARE), Shapefiles.shape(HOLE, ISLAND, SQUARE), Shapefiles.shape()
    };

    @TempDir
    Path folder;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    @BeforeEach
    void writeTheParts() throws IOException {
        parts.put("dep.shp", Shapefiles.shp(SHAPES));
        parts.put("dep.shx", Shapefiles.shx(SHAPES));
        parts.put("dep.dbf", table(0, StandardCharsets.UTF_8));
        parts.put("dep.prj", Shapefiles.LAMBERT_93.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void readsShapesWithTheirTableAndSystem() throws Exception {
        List<SourceRecord> records = records();

        assertThat(records).extracting(SourceRecord::line).containsExactly(1L, 2L, 3L);
        assertThat(records.get(0).values()).startsWith("departement", " 08", "Ardennes", 2154L);
        assertThat(text(records.get(0))).isEqualTo("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))");
        assertThat(records.get(2).values()).containsExactly("departement", "26", "Drôme", 2154L, null);
    }

    @Test
    void givesEachHoleToTheShellAroundIt() throws Exception {
        assertThat(text(records().get(1)))
                .isEqualTo("MULTIPOLYGON (((20 0, 20 1, 21 1, 20 0)), "
                        + "((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2)))");
    }

    @Test
    void keepsAHoleWithoutAShell() throws Exception {
        shapes(Shapefiles.shape(HOLE), Shapefiles.shape(HOLE, ISLAND), Shapefiles.shape());

        assertThat(text(records().get(0))).isEqualTo("POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))");
        assertThat(text(records().get(1)))
                .isEqualTo("MULTIPOLYGON (((20 0, 20 1, 21 1, 20 0)), ((2 2, 4 2, 4 4, 2 4, 2 2)))");
    }

    @Test
    void setsAsideWhatCannotBeRead() throws IOException {
        byte[] lies = Shapefiles.shape(SQUARE);
        lies[40] = 100;
        shapes(lies, Shapefiles.shape(new double[] {0, 0, 1, 1, 1, 0, 5, 5}), Shapefiles.shape(SQUARE));
        parts.put("dep.dbf", Shapefiles.dbf(0, StandardCharsets.UTF_8, COLUMNS, "01;Ain", "02;Aisne", "*03;Allier"));

        assertThat(records())
                .extracting(SourceRecord::brokenRule)
                .containsExactly("geometrie_illisible", "geometrie_illisible", "entite_effacee");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 0, ",
        "windows-1252, 0, ",
        "IBM850, 2, ",
        "windows-1252, 87, ",
        "UTF-8, 87, UTF-8",
        "windows-1252, 0, ANSI 1252",
        "ISO-8859-1, 0, 88591",
        "UTF-8, 0, inconnu"
    })
    void knowsTheEncoding(String charset, int language, String codePage) throws IOException {
        parts.put("dep.dbf", table(language, Charset.forName(charset)));
        if (codePage != null) {
            parts.put("dep.cpg", codePage.getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(records().get(2).values()[2]).isEqualTo("Drôme");
    }

    @ParameterizedTest
    @CsvSource({
        "INSEE_COM/INSEE_DEP/NOM, commune",
        "SIREN_EPCI/NOM, epci",
        "CODE_DEPT/NOM_DEPT, departement",
        "REG/nom, region",
        "code/nom, departement",
        "INSEE_ARR/INSEE_DEP, ",
        "INSEE_CAN/INSEE_DEP, ",
        "ROUTE/NOM, "
    })
    void knowsTheLevelByTheColumns(String columns, String niveau) throws IOException {
        List<String> names = List.of(columns.split("/"));
        String row = "26" + ";x".repeat(names.size() - 1);
        parts.put("dep.dbf", Shapefiles.dbf(0, StandardCharsets.UTF_8, names, row, row, row));

        if (niveau == null) {
            assertThat(FORMAT.recognise(probe("dep.shp"))).isEmpty();
        } else {
            assertThat(records().get(0).values()).startsWith(niveau, "26");
        }
    }

    @Test
    void isKnownByItsShapesAlone() throws IOException {
        parts.put("dep.qix", new byte[] {1});

        assertThat(FORMAT.recognise(probe("dep.shp"))).isPresent();
        for (String other : List.of("dep.shx", "dep.dbf", "dep.prj", "dep.qix")) {
            assertThat(FORMAT.recognise(probe(other))).as(other).isEmpty();
            assertThat(FORMAT.readsWith("dep.shp", other)).isTrue();
        }
        assertThat(FORMAT.readsWith("dep.shp", "departements.csv")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".shx", ".dbf", ".prj"})
    void saysWhichPartIsMissing(String ending) {
        parts.remove("dep" + ending);

        assertThatThrownBy(() -> FORMAT.recognise(probe("dep.shp")))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("comes without its " + ending + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "dep.shp, 300, is cut: its last whole shape ends at byte 236 of 536",
        "dep.shp, 60, is cut in its header",
        "dep.shx, 120, is cut",
        "dep.shx, 116, points to 2 shapes",
        "dep.dbf, 150, is cut: it ends after row",
        "dep.dbf, 20, is cut in its header",
        "dep.dbf, 40, no dBASE table"
    })
    void refusesAPartThatIsCut(String part, int bytes, String reason) {
        parts.computeIfPresent(part, (name, content) -> Arrays.copyOf(content, bytes));

        assertThatThrownBy(() -> {
                    FORMAT.recognise(probe("dep.shp"));
                    records();
                })
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAReferenceSystemThatIsNotKnown() {
        parts.put("dep.prj", "LOCAL_CS[\"plan\nde la ville\"]".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(this::records)
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("reference system that is not known: LOCAL_CS[\"plan?de la ville\"]. Convert");
    }

    private void shapes(byte[]... shapes) throws IOException {
        parts.put("dep.shp", Shapefiles.shp(shapes));
        parts.put("dep.shx", Shapefiles.shx(shapes));
    }

    private static byte[] table(int language, Charset charset) throws IOException {
        return Shapefiles.dbf(language, charset, COLUMNS, " 08;Ardennes", "13;Bouches-du-Rhône", "26;Drôme");
    }

    private List<SourceRecord> records() throws IOException {
        return Probes.records(FORMAT, probe("dep.shp"), Bronze.CONTOUR_SHAPEFILE);
    }

    private Probe probe(String member) throws IOException {
        Object[] namesAndContents = parts.entrySet().stream()
                .flatMap(part -> List.<Object>of(part.getKey(), part.getValue()).stream())
                .toArray();
        Path zip = Files.write(folder.resolve("dep.zip"), Archives.zip(namesAndContents));
        SourceFile file = new SourceFile(zip.toString(), member, "dep.zip/" + member, "0".repeat(64), "", null, 1);
        try (InputStream content = file.open()) {
            return new Probe(file.name(), Files.size(zip), content.readNBytes(Probe.HEAD), file);
        }
    }

    private static String text(SourceRecord shape) throws ParseException {
        return new WKBReader().read((byte[]) shape.values()[4]).toText();
    }
}

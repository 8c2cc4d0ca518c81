package fr.maillage.source.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.example.Exemple;
import fr.maillage.source.Formats;
import fr.maillage.source.Landing;
import fr.maillage.source.Texts;
import fr.maillage.testing.Archives;
import fr.maillage.testing.SmallDisk;
import fr.maillage.testing.SmallOldWorkbook;
import fr.maillage.testing.SmallWorkbook;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published formats on their bad days: each file is one of the example, spoilt. */
class SpoiltFilesTest {

    private static final String CONTOURS = "contours/2025/communes-00-thiran-et-landes.geojson";
    private static final String MEMBRES = "declarations/membres.csv";
    private static final String STATUTS = "finess/nomenclatures/finess_cs1500107_stock_20260106-0335.xml";
    private static final String ETABLISSEMENTS = "finess/etalab-cs1100502-stock-20260106-0336.csv";

    @TempDir
    private static Path example;

    @TempDir
    private Path folder;

    private Warehouse warehouse;

    @BeforeAll
    static void writeTheExample() {
        Exemple.write(example);
    }

    @BeforeEach
    void openTheWarehouse() {
        warehouse = Warehouse.at(folder.resolve("entrepot").toString());
    }

    @Test
    void takesEveryFileOfTheExample() {
        List<FileReport> reports = ingest(example);

        assertThat(reports)
                .filteredOn(report -> report.outcome() != Outcome.LANDED)
                .extracting(FileReport::outcome)
                .containsExactly(Outcome.UNKNOWN);
        assertThat(reports).noneMatch(FileReport::failed);
    }

    @Test
    void refusesAJsonCutInHalf() throws IOException {
        byte[] whole = read(CONTOURS);

        assertRefused(write("contours_2025.geojson", Arrays.copyOf(whole, whole.length / 2)), "contours_2025.geojson");
    }

    @Test
    void refusesACutArchiveOfARegister() throws IOException {
        byte[] tar = Archives.gzip(Archives.tar("etablissements.csv", read(ETABLISSEMENTS)));

        assertRefused(write("finess.tar.gz", Arrays.copyOf(tar, tar.length / 2)), "truncated");
    }

    @Test
    void saysThatAWorkbookCannotBeOpened() throws IOException {
        byte[] workbook = new SmallWorkbook().sheet("COM", "CODGEO | LIBGEO").bytes();
        byte[] old =
                new SmallOldWorkbook().sheet("2020", "a | 1\n".repeat(2_000)).bytes();
        byte[] text = Archives.zip("[Content_Types].xml", bytes("<Types/>"), "word/document.xml", bytes("<d/>"));

        for (byte[] whole : List.of(workbook, old)) {
            assertUnknown(write("classeur_2020.bin", whole), "");
            assertUnknown(
                    write("coupe_2020.bin", Arrays.copyOf(whole, whole.length * 2 / 3)),
                    "it looks like a workbook and cannot be opened: it is cut short or damaged");
        }
        assertUnknown(write("note.docx", text), "");
    }

    private void assertUnknown(Path file, String reason) {
        FileReport report = ingest(file).get(0);
        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.reason()).isEqualTo(reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void namesTheColumnThatIsMissing() throws IOException {
        String text = new String(read(MEMBRES), StandardCharsets.UTF_8).replaceAll("(?m)^([^;#]+;)[^;]+;", "$1");

        assertRefused(write("membres_2025.csv", text.getBytes(StandardCharsets.UTF_8)), "membre");
    }

    @Test
    void doesNotTakeAFileOfAnotherRegisterForOneItKnows() throws IOException {
        FileReport report = ingest(write(
                        "etalab-cs1100502-stock-20260106.csv",
                        "siren;denomination\n1;a\n".getBytes(StandardCharsets.UTF_8)))
                .get(0);

        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.failed()).isTrue();
    }

    @Test
    void refusesAnXmlWithAnExternalEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "mot de passe");
        String xml = new String(read(STATUTS), StandardCharsets.UTF_8)
                .replaceFirst(
                        "<fluxfiness",
                        "<!DOCTYPE fluxfiness [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>\n<fluxfiness")
                .replaceFirst("<libelle>[^<]*", "<libelle>&secret;");

        FileReport report = ingest(write("statuts.xml", xml.getBytes(StandardCharsets.UTF_8)))
                .get(0);

        assertThat(report.outcome()).isIn(Outcome.REFUSED, Outcome.UNKNOWN);
        assertThat(report.failed()).isTrue();
        assertThat(new Landing(warehouse).fiches()).isEmpty();
    }

    @Test
    void refusesAnXmlWhoseEntitiesMultiply() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE fluxfiness [<!ENTITY e0 \"eeeeeeeeee\">");
        for (int i = 1; i <= 9; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String xml = new String(read(STATUTS), StandardCharsets.UTF_8)
                .replaceFirst("<fluxfiness", entities + "]>\n<fluxfiness")
                .replaceFirst("<libelle>[^<]*", "<libelle>&e9;");

        assertThat(ingest(write("statuts.xml", xml.getBytes(StandardCharsets.UTF_8)))
                        .get(0)
                        .failed())
                .isTrue();
    }

    @Test
    void countsTheSameRecordsInWindows1252() throws IOException {
        byte[] utf8 = read(ETABLISSEMENTS);
        String text = Texts.decode(utf8);
        long expected = ingest(write("a.csv", text.getBytes(StandardCharsets.UTF_8)))
                .get(0)
                .rows();

        FileReport windows = ingest(write("b.csv", text.getBytes(Charset.forName("windows-1252"))))
                .get(0);

        assertThat(windows.outcome()).isEqualTo(Outcome.LANDED);
        assertThat(windows.rows()).isEqualTo(expected).isGreaterThan(900);
    }

    @Test
    void saysThatTheWarehouseCannotBeWritten() throws IOException {
        try (SmallDisk disk = SmallDisk.of(1024)) {
            disk.makeReadOnly();
            warehouse = Warehouse.at(disk.folder().toString());

            assertThatThrownBy(() -> ingest(example.resolve(MEMBRES)))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("cannot be written")
                    .hasMessageContaining("--warehouse");
        }
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsWhatLandedBefore() throws IOException {
        try (SmallDisk disk = SmallDisk.of(400)) {
            warehouse = Warehouse.at(disk.folder().resolve("entrepot").toString());
            ingest(example.resolve(MEMBRES));

            assertThatThrownBy(() -> ingest(example.resolve(ETABLISSEMENTS).getParent()))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("Cannot keep")
                    .hasMessageContaining("space");
            assertThat(new Landing(warehouse).files()).isNotEmpty().allSatisfy(file -> assertThat(
                            Path.of(file.path()).toFile().length())
                    .isPositive());
            assertThat(warehouse.work()).isEmptyDirectory();
        }
    }

    private List<FileReport> ingest(Path path) {
        return new Ingestion(warehouse, Formats.ALL, IngestListener.SILENT)
                .ingest(List.of(path), new Ingestion.Options(null, false, Duration.ZERO));
    }

    private FileReport assertRefused(Path file, String reason) {
        FileReport report = ingest(file).get(0);
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).contains(reason);
        assertThat(new Landing(warehouse).fiches()).isEmpty();
        return report;
    }

    private static byte[] read(String name) throws IOException {
        return Files.readAllBytes(example.resolve(name));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}

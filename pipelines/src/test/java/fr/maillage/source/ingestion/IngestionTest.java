package fr.maillage.source.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.source.Fiche;
import fr.maillage.source.Landing;
import fr.maillage.source.SourceFile;
import fr.maillage.testing.Archives;
import fr.maillage.testing.TwoColumns;
import fr.maillage.warehouse.Warehouse;
import fr.maillage.warehouse.WarehouseLock;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionTest {

    private static final String GOOD = "code;libelle\n30;GCSMS public\n66;GCSMS privé\n";
    private static final Ingestion.Options USUAL = new Ingestion.Options(null, false, Duration.ZERO);

    @TempDir
    private Path folder;

    private Path depot;
    private Warehouse warehouse;

    @BeforeEach
    void openTheWarehouse() throws IOException {
        depot = Files.createDirectories(folder.resolve("depot"));
        warehouse = Warehouse.at(folder.resolve("entrepot").toString());
    }

    @Test
    void landsAFileWithItsDayAndItsCounts() throws IOException {
        FileReport report = ingest(write("statuts_20240131.csv", GOOD + "seul\n"));

        assertThat(report.outcome()).isEqualTo(Outcome.LANDED);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.unreadable()).isEqualTo(1);
        SourceFile landed = landing().files().get(0);
        assertThat(landed.format()).isEqualTo("deux-colonnes");
        assertThat(landed.millesime()).isEqualTo("2024-01-31");
        assertThat(landed.open()).hasContent(GOOD + "seul\n");
    }

    @Test
    void takesTheSameContentOnce() throws IOException {
        ingest(write("statuts_2024.csv", GOOD));

        FileReport again = ingest(write("copie_2025.csv", GOOD));

        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY);
        assertThat(again.failed()).isFalse();
        assertThat(again.reason()).contains("statuts_2024.csv");
        assertThat(landing().fiches()).hasSize(1);
    }

    @Test
    void refusesAnotherDayForTheSameContent() throws IOException {
        Path file = write("statuts_2024.csv", GOOD);
        ingest(file);

        FileReport again = ingest(file, LocalDate.of(2023, 1, 1));

        assertThat(again.failed()).isTrue();
        assertThat(again.reason()).contains("2024-01-01").contains("remove");
    }

    @Test
    void landsTwoCopiesInOneFolderOnce() throws IOException {
        write("a_2024.csv", GOOD);
        write("b_2024.csv", GOOD);

        assertThat(ingestFolder()).extracting(FileReport::outcome).containsExactly(Outcome.LANDED, Outcome.ALREADY);
    }

    @Test
    void onlyLooksWhenAskedTo() throws IOException {
        List<FileReport> reports = ingestion()
                .ingest(List.of(write("statuts_2024.csv", GOOD)), new Ingestion.Options(null, true, Duration.ZERO));

        assertThat(reports).extracting(FileReport::outcome).containsExactly(Outcome.READABLE);
        assertThat(warehouse.root()).doesNotExist();
    }

    @Test
    void asksForTheDayWhenNothingTellsIt() throws IOException {
        Path file = write("statuts.csv", GOOD);

        FileReport report = ingest(file);
        assertThat(report.outcome()).isEqualTo(Outcome.UNDATED);
        assertThat(report.failed()).isTrue();
        assertThat(report.reason()).contains("--millesime");

        assertThat(ingest(file, LocalDate.of(2023, 1, 1)).outcome()).isEqualTo(Outcome.LANDED);
        assertThat(landing().files().get(0).millesime()).isEqualTo("2023-01-01");
    }

    @Test
    void goesOnAfterARefusedFileAndKeepsTheOrder() throws IOException {
        write("1_2024.csv", GOOD);
        write("2_2024.csv.gz", Arrays.copyOf(Archives.gzip(bytes(GOOD)), 40));
        write("3.txt", "une note");
        write("4_2024.csv", GOOD + "29;GCS\n");

        List<FileReport> reports = ingestFolder();

        assertThat(reports)
                .extracting(FileReport::outcome)
                .containsExactly(Outcome.LANDED, Outcome.REFUSED, Outcome.UNKNOWN, Outcome.LANDED);
        assertThat(reports).extracting(FileReport::failed).containsExactly(false, true, false, false);
        assertThat(landing().fiches())
                .extracting(Fiche::chemin)
                .containsExactly("depot/1_2024.csv", "depot/4_2024.csv");
    }

    @Test
    void refusesAnUnknownFileThatWasNamed() throws IOException {
        FileReport report = ingest(write("3.txt", "une note"));

        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.failed()).isTrue();
    }

    @Test
    void refusesEmptyFilesAndFilesWithoutRecords() throws IOException {
        assertRefused(ingest(write("a_2024.csv", "")), "it is empty");
        assertRefused(ingest(write("b_2024.csv", "code;libelle\n")), "it holds no record");
        assertRefused(ingest(write("c_2024.csv", "code;libelle\nseul\n")), "none of its 1 records can be read");
        assertRefused(ingest(folder.resolve("absent.csv")), "there is no such file");
    }

    @Test
    void readsAFileThatMixesEncodings() throws IOException {
        byte[] mixed = Archives.joined(
                bytes("code;libelle\n30;Société\n"), "66;Société\n".getBytes(Charset.forName("windows-1252")));

        assertThat(ingest(write("statuts_2024.csv", mixed)).rows()).isEqualTo(2);
    }

    @Test
    void readsTheMembersOfAnArchiveAndTellsThoseItLeaves() throws IOException {
        byte[] zip = Archives.zip("a_2023.csv", bytes(GOOD), "lisez-moi.txt", bytes("note"));

        FileReport report = ingest(write("envoi_2024.zip", zip));

        assertThat(report.pieces()).extracting(Fiche.Piece::membre).containsExactly("a_2023.csv");
        assertThat(report.pieces()).extracting(Fiche.Piece::millesime).containsExactly(LocalDate.of(2023, 1, 1));
        assertThat(report.reason()).contains("1 of its members");
        assertThat(landing().files().get(0).open()).hasContent(GOOD);
    }

    @Test
    void refusesAnArchiveWithAMemberOutsideOfIt() throws IOException {
        byte[] tar = Archives.tar("../../statuts_2024.csv", bytes(GOOD));

        assertRefused(ingest(write("envoi.tar", tar)), "points outside");
        assertThat(folder.resolve("statuts_2024.csv")).doesNotExist();
        assertThat(landing().fiches()).isEmpty();
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMoreThanItShould() throws IOException {
        assertRefused(ingest(write("a_2024.csv.gz", Archives.gzip(new byte[80 << 20]))), "far more than it should");
    }

    @Test
    void doesNotFollowALinkOutOfTheFolder() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret_2024.csv"), GOOD);
        Files.createSymbolicLink(depot.resolve("a_2024.csv"), outside);

        FileReport report = ingestFolder().get(0);

        assertRefused(report, "it is a link");
        assertThat(landing().fiches()).isEmpty();
    }

    @Test
    void leavesHiddenFilesAndTheWarehouseItself() throws IOException {
        warehouse = Warehouse.at(depot.resolve("entrepot").toString());
        write(".cache_2024.csv", GOOD);
        write("a_2024.csv", GOOD);
        ingestFolder();

        assertThat(ingestFolder()).extracting(FileReport::chemin).containsExactly("depot/a_2024.csv");
    }

    @Test
    void waitsForNobodyElseToWrite() throws IOException {
        Path file = write("statuts_2024.csv", GOOD);
        try (WarehouseLock lock = WarehouseLock.take(warehouse, "build", Duration.ZERO)) {
            assertThatThrownBy(() -> ingest(file))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("Cannot ingest");
        }
    }

    private Ingestion ingestion() {
        return new Ingestion(warehouse, List.of(new TwoColumns()), IngestListener.SILENT);
    }

    private FileReport ingest(Path file) {
        return ingestion().ingest(List.of(file), USUAL).get(0);
    }

    private FileReport ingest(Path file, LocalDate millesime) {
        return ingestion()
                .ingest(List.of(file), new Ingestion.Options(millesime, false, Duration.ZERO))
                .get(0);
    }

    private List<FileReport> ingestFolder() {
        return ingestion().ingest(List.of(depot), USUAL);
    }

    private Landing landing() {
        return new Landing(warehouse);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, bytes(text));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(depot.resolve(name), content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(FileReport report, String reason) {
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).contains(reason);
    }
}

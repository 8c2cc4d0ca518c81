package fr.maillage.source.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.Fiche;
import fr.maillage.source.Formats;
import fr.maillage.source.Landing;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.geo.ContoursShapefile;
import fr.maillage.testing.RealData;
import fr.maillage.testing.Shapefiles;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooseShapefilesTest {

    private static final byte[] SHAPE = Shapefiles.shape(new double[] {0, 0, 0, 1, 1, 1, 0, 0});

    @TempDir
    private Path folder;

    private Path depot;
    private Warehouse warehouse;

    @BeforeEach
    void writeTheParts() throws IOException {
        depot = Files.createDirectories(folder.resolve("depot"));
        warehouse = Warehouse.at(folder.resolve("entrepot").toString());
        Files.write(depot.resolve("dep_2016.shp"), Shapefiles.shp(SHAPE, Shapefiles.shape()));
        Files.write(depot.resolve("dep_2016.shx"), Shapefiles.shx(SHAPE, Shapefiles.shape()));
        Files.write(
                depot.resolve("dep_2016.dbf"), Shapefiles.dbf(0, StandardCharsets.UTF_8, List.of("DEP"), "01", "02"));
        Files.writeString(depot.resolve("dep_2016.prj"), Shapefiles.LAMBERT_93);
    }

    @Test
    void landsThePartsAsOneZipWhoseFicheNamesThem() throws IOException {
        Files.writeString(depot.resolve("note.txt"), "une note");

        List<FileReport> reports = ingest(depot);

        assertThat(reports).extracting(FileReport::outcome).containsExactly(Outcome.LANDED, Outcome.UNKNOWN);
        assertThat(reports.get(0).reason()).isEmpty();
        Fiche fiche = landing().fiches().get(0);
        assertThat(fiche.nom()).isEqualTo("dep_2016.zip");
        assertThat(fiche.chemin()).isEqualTo("depot/dep_2016.{dbf,prj,shp,shx}");
        assertThat(fiche.pieces())
                .containsExactly(new Fiche.Piece(
                        "dep_2016.shp",
                        "contours-shapefile",
                        LocalDate.of(2016, 1, 1),
                        "date in the name",
                        Map.of(Bronze.CONTOUR_SHAPEFILE.id(), 2L),
                        0));
        assertThat(landed()).hasSize(2).allMatch(record -> record.values()[3].equals(2154L));
    }

    @Test
    void makesTheSameZipEveryTime() throws IOException {
        ingest(depot.resolve("dep_2016.shp"));
        Files.setLastModifiedTime(depot.resolve("dep_2016.prj"), FileTime.fromMillis(0));

        assertThat(ingest(depot)).extracting(FileReport::outcome).containsExactly(Outcome.ALREADY);
    }

    @Test
    void saysWhichPartIsMissing() throws IOException {
        Files.delete(depot.resolve("dep_2016.dbf"));

        FileReport report = ingest(depot).get(0);

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).contains("dep_2016.shp comes without its .dbf. Put the files");
    }

    @Test
    void callsShapesThatCameAloneByTheirOwnPath() throws IOException {
        for (String other : List.of("dbf", "prj", "shx")) {
            Files.delete(depot.resolve("dep_2016." + other));
        }

        assertThat(ingest(depot.resolve("dep_2016.shp")).get(0).reason())
                .startsWith(depot.resolve("dep_2016.shp") + " comes without its .shx, .dbf, .prj.");
    }

    @Test
    void leavesAFileAloneThatOnlyBearsTheName() throws IOException {
        Files.writeString(depot.resolve("dep_2016.shp"), "une note");

        assertThat(ingest(depot)).hasSize(4).extracting(FileReport::outcome).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void takesThePublishedContoursOf2016() throws IOException {
        List<FileReport> reports = ingest(RealData.path("boundaries/shapefile/2016"));

        assertThat(reports).extracting(FileReport::outcome).containsExactly(Outcome.LANDED, Outcome.LANDED);
        assertThat(reports).extracting(FileReport::rows).containsExactly(101L, 18L);
        assertThat(reports).extracting(FileReport::unreadable).containsOnly(0L);
        assertThat(landed())
                .allMatch(record -> record.values()[3].equals(2154L))
                .allMatch(record -> record.values()[4] != null)
                .extracting(record -> record.values()[2])
                .contains("Drôme", "Île-de-France", "Bourgogne-Franche-Comté");
    }

    private List<FileReport> ingest(Path path) {
        return new Ingestion(warehouse, Formats.ALL, IngestListener.SILENT)
                .ingest(List.of(path), new Ingestion.Options(null, false, Duration.ZERO));
    }

    private Landing landing() {
        return new Landing(warehouse);
    }

    private List<SourceRecord> landed() throws IOException {
        List<SourceRecord> all = new ArrayList<>();
        for (SourceFile file : landing().files()) {
            try (RecordIterator records = new ContoursShapefile().records(file, Bronze.CONTOUR_SHAPEFILE)) {
                records.forEachRemaining(all::add);
            }
        }
        return all;
    }
}

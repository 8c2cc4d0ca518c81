package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.source.Fiche;
import fr.maillage.source.Formats;
import fr.maillage.source.Landing;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Ingestion;
import fr.maillage.testing.OtherProcess;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ingestion killed with {@code kill -9} in a process of its own: what landed is whole, the rest lands next time. */
class KilledIngestTest {

    private static final String HEADER = "REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n";
    private static final String REGION = "01,97105,3,GUADELOUPE,Guadeloupe,Guadeloupe\n";
    /** Takes long enough to copy to be seen while it is copied. */
    private static final int MANY = 400_000;

    @TempDir
    private Path folder;

    private Path depot;

    /** The command itself. */
    public static final class Command {
        public static void main(String[] args) {
            MaillageCommand.run("ingest", "--warehouse", args[0], args[1]);
        }
    }

    /** Ingests like the command and stays where it is once the second file has landed. */
    public static final class StopsAfterTwo {
        public static void main(String[] args) {
            IngestListener listener = new IngestListener() {
                private int landed;

                @Override
                public void found(int files, long bytes) {}

                @Override
                public void rows(long more) {}

                @Override
                public void done(FileReport report, long bytes) {
                    if (++landed == 2) {
                        OtherProcess.sayAndStay("two landed");
                    }
                }
            };
            new Ingestion(Warehouse.at(args[0]), Formats.ALL, listener)
                    .ingest(List.of(Path.of(args[1])), new Ingestion.Options(null, false, Duration.ZERO));
        }
    }

    @BeforeEach
    void fillTheFolder() throws IOException {
        depot = Files.createDirectories(folder.resolve("depot"));
        Files.writeString(depot.resolve("regions_2021.csv"), HEADER + REGION);
        Files.writeString(depot.resolve("regions_2022.csv"), HEADER + REGION + REGION);
        Files.writeString(depot.resolve("regions_2023.csv"), HEADER + REGION.repeat(3));
    }

    @Test
    void betweenTwoFiles() throws IOException {
        try (OtherProcess victim = OtherProcess.start(StopsAfterTwo.class, warehouse(), depot.toString())) {
            assertThat(victim.heard()).isEqualTo("two landed");
            victim.kill();
        }

        assertThat(new Landing(Warehouse.at(warehouse())).fiches()).hasSize(2);
        assertThat(ingest(warehouse()).out()).contains("1 chargé, 2 déjà là.");
        assertAsIfUndisturbed();
    }

    @Test
    void whileAFileIsCopied() throws IOException {
        Files.writeString(depot.resolve("regions_2020.csv"), HEADER + REGION.repeat(MANY));
        try (OtherProcess victim = OtherProcess.start(Command.class, warehouse(), depot.toString())) {
            waitForACopy(victim);
            victim.kill();
        }

        assertThat(ingest(warehouse()).exitCode()).isZero();
        assertAsIfUndisturbed();
    }

    private void waitForACopy(OtherProcess victim) throws IOException {
        Path work = Warehouse.at(warehouse()).work();
        boolean copying = false;
        while (!copying && victim.isAlive()) {
            Thread.onSpinWait();
            try (Stream<Path> aside = Files.isDirectory(work) ? Files.list(work) : Stream.empty()) {
                copying = aside.findAny().isPresent();
            }
        }
    }

    private void assertAsIfUndisturbed() throws IOException {
        String quiet = folder.resolve("tranquille").toString();
        ingest(quiet);

        Landing landing = new Landing(Warehouse.at(warehouse()));
        assertThat(landing.fiches().stream().map(KilledIngestTest::content))
                .isEqualTo(new Landing(Warehouse.at(quiet))
                        .fiches().stream().map(KilledIngestTest::content).toList());
        for (Fiche fiche : landing.fiches()) {
            assertThat(landing.file(fiche)).hasSameBinaryContentAs(depot.resolve(fiche.nom()));
        }
        assertThat(Warehouse.at(warehouse()).work()).isEmptyDirectory();
    }

    /** All of a fiche but the time of landing. */
    private static List<Object> content(Fiche fiche) {
        return List.of(fiche.chemin(), fiche.sha256(), fiche.taille(), fiche.rang(), fiche.pieces());
    }

    private Typed ingest(String warehouse) {
        return Typed.run("ingest", "--warehouse", warehouse, depot.toString());
    }

    private String warehouse() {
        return folder.resolve("entrepot").toString();
    }
}

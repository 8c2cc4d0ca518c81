package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.source.Fiche;
import fr.maillage.source.Landing;
import fr.maillage.source.Sha256;
import fr.maillage.warehouse.Warehouse;
import fr.maillage.warehouse.WarehouseLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    private Path folder;

    @Test
    void looksAtTheMachine() {
        Typed typed = examine();

        assertThat(typed.out()).contains("✓ Java", "Mémoire", "Disque", "PostgreSQL", "Chromium");
        assertThat(typed.out()).contains("maillage ingest");
    }

    @Test
    void leavesWithTwoWhenALandedFileIsGone() throws IOException {
        Landing landing = land("contenu");
        assertThat(examine().out()).contains("1, all there");

        Files.delete(landing.file(landing.fiches().get(0)));

        assertThat(examine().exitCode()).isEqualTo(2);
        assertThat(examine().out()).contains("missing or damaged");
    }

    @Test
    void findsAFileWhoseContentWasChangedWhenItLooksDeep() throws IOException {
        Landing landing = land("contenu");
        Files.writeString(landing.file(landing.fiches().get(0)), "CONTENU");

        assertThat(examine().out()).contains("all there");
        assertThat(examine("--deep").out()).contains("missing or damaged");
    }

    @Test
    void findsAFicheThatIsDamaged() throws IOException {
        Landing landing = land("contenu");
        Fiche fiche = landing.fiches().get(0);
        Files.writeString(landing.file(fiche).resolveSibling("fiche.json"), "{");

        assertThat(examine().exitCode()).isEqualTo(2);
        assertThat(examine().out()).contains("it is damaged");
    }

    @Test
    void saysWhoIsWriting() {
        try (WarehouseLock lock = WarehouseLock.take(warehouse(), "build", Duration.ZERO)) {
            assertThat(examine().out()).contains("– Verrou");
        }
        assertThat(examine().out()).contains("✓ Verrou");
    }

    private Landing land(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), content);
        Landing landing = new Landing(warehouse());
        landing.land(file, "a.csv", Sha256.of(file), List.of());
        return landing;
    }

    private Warehouse warehouse() {
        return Warehouse.at(folder.resolve("entrepot").toString());
    }

    private Typed examine(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "doctor";
        args[1] = "--warehouse";
        args[2] = warehouse().root().toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Typed.run(args);
    }
}

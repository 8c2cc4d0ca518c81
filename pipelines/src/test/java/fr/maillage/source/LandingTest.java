package fr.maillage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {

    private static final Fiche.Piece PIECE =
            new Fiche.Piece("", "essai", LocalDate.of(2024, 1, 1), "first line", Map.of("bronze/essai", 3L), 1);

    @TempDir
    private Path folder;

    private Warehouse warehouse;
    private Landing landing;

    @BeforeEach
    void openTheLanding() {
        warehouse = Warehouse.at(folder.resolve("entrepot").toString());
        landing = new Landing(warehouse);
    }

    @Test
    void keepsTheFileUnchangedUnderItsDigest() throws IOException {
        Path file = Files.writeString(folder.resolve("communes.csv"), "code;nom\n");

        Fiche fiche = land(file);

        String sha256 = Sha256.of(file);
        assertThat(landing.file(fiche)).hasSameBinaryContentAs(file);
        assertThat(landing.file(fiche))
                .isEqualTo(warehouse
                        .landing()
                        .resolve(sha256.substring(0, 2))
                        .resolve(sha256)
                        .resolve("communes.csv"));
        assertThat(landing.find(sha256)).contains(fiche);
        assertThat(landing.find("0".repeat(64))).isEmpty();
    }

    @Test
    void givesTheFilesInTheOrderInWhichTheyLanded() throws IOException {
        for (String name : List.of("b.csv", "a.csv", "c.csv")) {
            land(Files.writeString(folder.resolve(name), name));
        }

        assertThat(landing.files()).extracting(SourceFile::name).containsExactly("b.csv", "a.csv", "c.csv");
        assertThat(landing.files()).extracting(SourceFile::rang).containsExactly(1L, 2L, 3L);
        assertThat(landing.files().get(0).millesime()).isEqualTo(PIECE.millesime());
    }

    @Test
    void findsItsFilesAgainAfterTheFolderWasMoved() throws IOException {
        land(Files.writeString(folder.resolve("a.csv"), "contenu"));
        Path moved = Files.move(warehouse.root(), folder.resolve("ailleurs"));

        SourceFile file = new Landing(Warehouse.at(moved.toString())).files().get(0);

        assertThat(file.open()).hasContent("contenu");
    }

    @Test
    void showsNothingOfAFileWhoseLandingWasKilled() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "contenu");
        Path aside = Files.createDirectories(warehouse.work().resolve("arrivee-" + Sha256.of(file)));
        Files.writeString(aside.resolve("a.csv"), "cont");

        assertThat(landing.fiches()).isEmpty();
        assertThat(landing.find(Sha256.of(file))).isEmpty();

        landing.sweep();
        assertThat(aside).doesNotExist();
        assertThat(landing.file(land(file))).hasContent("contenu");
    }

    @Test
    void doesNotSeeACopyWithoutItsFiche() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "contenu");
        String sha256 = Sha256.of(file);
        Path place = Files.createDirectories(
                warehouse.landing().resolve(sha256.substring(0, 2)).resolve(sha256));
        Files.writeString(place.resolve("a.csv"), "cont");

        assertThat(landing.fiches()).isEmpty();
        assertThat(landing.file(land(file))).hasContent("contenu");
    }

    @Test
    void keepsAFileThatIsNamedLikeItsOwnFiche() throws IOException {
        Fiche fiche = land(Files.writeString(folder.resolve("fiche.json"), "{}"));

        assertThat(fiche.nom()).isEqualTo("fiche.json");
        assertThat(landing.file(fiche)).hasContent("{}");
        assertThat(landing.fiches()).containsExactly(fiche);
    }

    @Test
    void refusesAFileThatChangedSinceItWasRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "contenu");
        String sha256 = Sha256.of(file);
        Files.writeString(file, "autre contenu");

        assertThatThrownBy(() -> landing.land(file, "a.csv", sha256, List.of(PIECE)))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("it changed while it was being read");
        assertThat(landing.fiches()).isEmpty();
    }

    private Fiche land(Path file) throws IOException {
        return landing.land(file, "depot/" + file.getFileName(), Sha256.of(file), List.of(PIECE));
    }
}

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingCopyTest {

    @TempDir
    Path folder;

    @Test
    void givesAnEmptyWarehouseTheSameFilesInTheSameOrder() throws IOException {
        Warehouse old = new Warehouse(folder.resolve("ancien"));
        land(old, "a.csv", "un");
        land(old, "b.csv", "deux");
        Warehouse fresh = new Warehouse(folder.resolve("neuf"));
        LandingCopy.into(fresh, old.landing());

        assertThat(new Landing(fresh).fiches()).isEqualTo(new Landing(old).fiches());
        assertThat(new Landing(fresh).files())
                .extracting(SourceFile::id)
                .isEqualTo(new Landing(old).files().stream().map(SourceFile::id).toList());
        assertThat(Path.of(new Landing(fresh).files().get(1).path()))
                .startsWith(fresh.landing())
                .hasContent("deux");
    }

    @Test
    void refusesAWarehouseThatHasFilesOfItsOwn() throws IOException {
        Warehouse old = new Warehouse(folder.resolve("ancien"));
        land(old, "a.csv", "un");
        Warehouse other = new Warehouse(folder.resolve("autre"));
        land(other, "b.csv", "deux");

        assertThatThrownBy(() -> LandingCopy.into(other, old.landing()))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("already has files of its own");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Warehouse fresh = new Warehouse(folder.resolve("neuf"));

        assertThatThrownBy(() -> LandingCopy.into(fresh, folder.resolve("nulle-part")))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("there is no such folder");
    }

    private void land(Warehouse warehouse, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Fiche.Piece piece = new Fiche.Piece("", "essai", LocalDate.of(2024, 1, 1), "test", Map.of(), 0);
        new Landing(warehouse).land(file, name, Sha256.of(file), List.of(piece));
    }
}

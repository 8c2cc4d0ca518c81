package fr.maillage.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.Archives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

    private static final byte[] CONTENT = "contenu".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void readsAPlainFileWhereItLies() throws IOException {
        Path file = Files.write(folder.resolve("a.gpkg"), CONTENT);

        try (LocalCopy copy = source(file, "").local()) {
            assertThat(copy.path()).isEqualTo(file);
        }
        assertThat(file).exists();
    }

    @Test
    void copiesAMemberToTheScratchFolderAndRemovesIt() throws IOException {
        Path landed = Files.createDirectories(folder.resolve("landing/ab/abcd"));
        Path file = Files.write(landed.resolve("a.zip"), Archives.zip("x.gpkg", Archives.gzip(CONTENT)));

        Path used;
        try (LocalCopy copy = source(file, "x.gpkg").local()) {
            used = copy.path();
            assertThat(used).hasParent(folder.resolve(".travail")).hasBinaryContent(CONTENT);
        }
        assertThat(used).doesNotExist();
    }

    @Test
    void identifiesEachMemberOfAFile() {
        assertThat(source(folder.resolve("a.zip"), "x.csv").id()).isEqualTo("0000000000000000/x.csv");
        assertThat(source(folder.resolve("a.csv"), "").id()).isEqualTo("0000000000000000");
    }

    private static SourceFile source(Path file, String member) {
        return new SourceFile(file.toString(), member, "a", "0".repeat(64), "test", null, 1);
    }
}

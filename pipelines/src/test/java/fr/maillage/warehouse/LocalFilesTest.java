package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

    @TempDir
    java.nio.file.Path folder;

    @Test
    void standsForTheFilesOfTheMachine() throws IOException {
        assertThat(files().getClass()).isEqualTo(LocalFiles.class);
    }

    @Test
    void writesAFileAndNothingBesideIt() throws IOException {
        Path file = new Path(folder.resolve("a/b.txt").toUri());
        try (OutputStream out = files().create(file)) {
            out.write('x');
        }

        assertThat(folder.resolve("a/b.txt")).hasContent("x");
        try (Stream<java.nio.file.Path> made = Files.list(folder.resolve("a"))) {
            assertThat(made).hasSize(1);
        }
    }

    @Test
    void setsPermissionsThatTheSystemKnows() throws IOException {
        java.nio.file.Path file = Files.createFile(folder.resolve("c"));
        files().setPermission(new Path(file.toUri()), new FsPermission("1640"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    /** As Hadoop finds them for an address of the machine. */
    private FileSystem files() throws IOException {
        Configuration hadoop = new Configuration();
        LocalFiles.SETTINGS.forEach(hadoop::set);
        return FileSystem.newInstance(folder.toUri(), hadoop);
    }
}

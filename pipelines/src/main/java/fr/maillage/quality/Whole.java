package fr.maillage.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/** Writes a file beside its place and moves it there when it is whole, so that nobody reads half of one. */
final class Whole {

    private Whole() {}

    /** What fills the file. */
    interface Content {
        void write(Path part) throws SQLException, IOException;
    }

    static void write(Path file, Content content) throws SQLException, IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // A temporary file of the system could be read by nobody but who wrote it.
        Path part = folder.resolve(file.getFileName() + ".part");
        try {
            content.write(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

package fr.maillage.source;

import fr.maillage.source.archive.Archive;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file on the disk for formats that are read at random places (a spreadsheet, a GeoPackage).
 *
 * <p>The landed file itself when it is plain; else a copy in the warehouse's scratch folder, removed on closing. The
 * copy's name owes nothing to the member's.
 */
public final class LocalCopy implements Closeable {

    private final Path path;
    private final boolean temporary;

    private LocalCopy(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    static LocalCopy of(SourceFile file) throws IOException {
        Path landed = Path.of(file.path());
        if (file.member().isEmpty() && !Archive.isCompressed(landed)) {
            return new LocalCopy(landed, false);
        }
        Path copy = Files.createTempFile(scratch(landed), "membre-", ".tmp");
        try (InputStream content = new BufferedInputStream(file.open())) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return new LocalCopy(copy, true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }

    /** The scratch folder of the warehouse a landed file lies in; the system's for a file that has not landed yet. */
    private static Path scratch(Path landed) throws IOException {
        for (Path folder = landed.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith("landing")) {
                return Files.createDirectories(folder.resolveSibling(".travail"));
            }
        }
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}

package fr.maillage.schemas;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code schemas} wherever the module's classes are: a folder while developing, a jar once packaged. */
final class SchemasFolder implements Closeable {

    private final Path path;
    private final FileSystem jar;

    private SchemasFolder(Path path, FileSystem jar) {
        this.path = path;
        this.jar = jar;
    }

    static SchemasFolder of(Path classes) throws IOException {
        if (Files.isDirectory(classes)) {
            return new SchemasFolder(classes.resolve("schemas"), null);
        }
        FileSystem jar = FileSystems.newFileSystem(classes);
        return new SchemasFolder(jar.getPath("schemas"), jar);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}

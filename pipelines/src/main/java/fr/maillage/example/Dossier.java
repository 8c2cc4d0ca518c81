package fr.maillage.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that is being written; folders under it are made as files need them. */
record Dossier(Path root) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    void write(String path, List<String> lines) {
        write(path, lines, "\n", StandardCharsets.UTF_8);
    }

    void write(String path, List<String> lines, String lineEnd, Charset charset) {
        bytes(path, (String.join(lineEnd, lines) + lineEnd).getBytes(charset));
    }

    void bytes(String path, byte[] content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.maillage.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;

/**
 * A landed file, or one member of a landed archive, ready to be read.
 *
 * @param path absolute path of the file as landed
 * @param member name of the member inside the archive; empty when the file is no archive
 * @param name name the file had when it came, for messages
 * @param sha256 digest of the landed file, 64 hexadecimal digits
 * @param millesime day the data speaks of
 * @param rang order of landing, from 1
 */
public record SourceFile(
        String path, String member, String name, String sha256, String format, LocalDate millesime, long rang)
        implements Serializable {

    /** The content of the file or member, uncompressed. */
    public InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(Path.of(path)), 1 << 16);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    /** Identifies the file in {@code _fichier}; a member of an archive has its own. */
    public String id() {
        return sha256.substring(0, 16) + (member.isEmpty() ? "" : "/" + member);
    }
}

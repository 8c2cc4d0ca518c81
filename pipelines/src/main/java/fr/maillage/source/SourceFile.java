package fr.maillage.source;

import fr.maillage.source.archive.Archive;
import fr.maillage.source.archive.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A landed file, or one member of a landed archive, ready to be read.
 *
 * @param path absolute path of the file as landed
 * @param member name of the member inside the archive; empty when the file is no archive
 * @param name name the file had when it came, for messages
 * @param sha256 digest of the landed file, 64 hexadecimal digits
 * @param millesime day the data speaks of
 * @param rang order of landing, from 1
 * @param colonnes which field a column is, as a person said: {@code Intitulé=nom}, one per line; empty when nobody did
 */
public record SourceFile(
        String path,
        String member,
        String name,
        String sha256,
        String format,
        LocalDate millesime,
        long rang,
        String colonnes)
        implements Serializable {

    public SourceFile {
        colonnes = colonnes == null ? "" : colonnes;
    }

    public SourceFile(
            String path, String member, String name, String sha256, String format, LocalDate millesime, long rang) {
        this(path, member, name, sha256, format, millesime, rang, "");
    }

    /** The content of the file or member, uncompressed; {@link BrokenFile} when it is cut, corrupt or a trap. */
    public InputStream open() throws IOException {
        return new Archive(Path.of(path), Limits.USUAL).open(member);
    }

    /** The uncompressed content as a file on the disk, for formats read at random places; close it after use. */
    public LocalCopy local() throws IOException {
        return LocalCopy.of(this);
    }

    /** Identifies the file in {@code _fichier}; a member of an archive has its own. */
    public String id() {
        return sha256.substring(0, 16) + (member.isEmpty() ? "" : "/" + member);
    }
}

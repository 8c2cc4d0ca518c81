package fr.maillage.source.archive;

import fr.maillage.source.BrokenFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A file as it came: plain, gzipped, or a tar or zip with members, themselves perhaps gzipped or archives.
 *
 * <p>A member is named by its path in the archive; a member of an archive inside the archive by both paths with
 * {@value #INSIDE} between them. Nothing is written to the disk. One level of archives inside archives is opened: what
 * lies deeper is a file like another, of no known format.
 */
public final class Archive {

    /** Between the name of an inner archive and that of its member. */
    public static final String INSIDE = "!";

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String name;
    private final Limits limits;

    public Archive(Path file, Limits limits) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.limits = limits;
    }

    /** Whether the file is gzipped, so that its bytes are not its content. */
    public static boolean isCompressed(Path file) throws IOException {
        try (BufferedInputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return Signature.of(content) == Signature.GZIP;
        }
    }

    /**
     * The members in the archive's order, or one empty name when the file is no archive. Reads the whole of a
     * compressed file, so that one that is cut or corrupt is {@link BrokenFile} here.
     */
    public List<String> members() {
        List<String> members = new ArrayList<>();
        try (Content content = top()) {
            if (content.entries == null) {
                if (content.packed) {
                    content.stream.transferTo(OutputStream.nullOutputStream());
                }
                return List.of("");
            }
            list(content.entries, "", members);
        } catch (IOException e) {
            throw CheckedContent.broken(name, e);
        }
        return members;
    }

    /** The content of a member, uncompressed; its own closing closes the archive. */
    public InputStream open(String member) throws IOException {
        Content content = top();
        try {
            int inside = member.indexOf(INSIDE);
            if (member.isEmpty()) {
                return content.stream;
            }
            if (inside < 0) {
                return new Closing(peeled(find(content.entries, member)), content);
            }
            BufferedInputStream inner = peeled(find(content.entries, member.substring(0, inside)));
            Entries entries = Entries.of(name, Signature.of(inner), inner);
            return new Closing(peeled(find(entries, member.substring(inside + 1))), content);
        } catch (IOException e) {
            content.close();
            throw CheckedContent.broken(name, e);
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private void list(Entries entries, String prefix, List<String> members) throws IOException {
        for (String entry = entries.next(); entry != null; entry = entries.next()) {
            BufferedInputStream content = peeled(entries.content());
            Signature signature = prefix.isEmpty() ? Signature.of(content) : Signature.PLAIN;
            if (signature == Signature.TAR || signature == Signature.ZIP) {
                list(Entries.of(name, signature, content), entry + INSIDE, members);
            } else {
                members.add(prefix + entry);
            }
            if (members.size() > limits.maxMembers()) {
                throw new BrokenFile(name + " has more than " + limits.maxMembers() + " members");
            }
        }
    }

    private InputStream find(Entries entries, String wanted) throws IOException {
        for (String entry = entries.next(); entry != null; entry = entries.next()) {
            if (entry.equals(wanted)) {
                return entries.content();
            }
        }
        throw new BrokenFile(name + " has no member “" + wanted + "”");
    }

    private Content top() throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        Signature signature = Signature.of(raw);
        if (signature == Signature.ZIP) {
            raw.close();
            return zip();
        }
        BufferedInputStream content = peeled(raw);
        Signature inner = Signature.of(content);
        boolean archive = inner == Signature.TAR || inner == Signature.ZIP;
        return new Content(content, archive ? Entries.of(name, inner, content) : null, signature == Signature.GZIP);
    }

    private Content zip() throws IOException {
        try {
            ZipFileEntries entries = new ZipFileEntries(name, file);
            long unpacked = entries.unpackedSize();
            if (limits.exceeded(unpacked, Files.size(file))) {
                entries.close();
                throw CheckedContent.tooMuch(name, unpacked, Files.size(file));
            }
            return new Content(InputStream.nullInputStream(), entries, true);
        } catch (IOException e) {
            throw CheckedContent.broken(name, e);
        }
    }

    /** The content without its gzip, guarded. */
    private BufferedInputStream peeled(InputStream packed) throws IOException {
        BufferedInputStream content = new BufferedInputStream(packed, BUFFER);
        InputStream plain = Signature.of(content) == Signature.GZIP ? unzipped(content) : content;
        return new BufferedInputStream(new CheckedContent(plain, name, Files.size(file), limits), BUFFER);
    }

    private InputStream unzipped(InputStream content) {
        try {
            return new GZIPInputStream(content, BUFFER);
        } catch (IOException e) {
            throw CheckedContent.broken(name, e);
        }
    }

    /** An opened file: its entries when it is an archive, else its content. */
    private record Content(InputStream stream, Entries entries, boolean packed) implements Closeable {
        @Override
        public void close() throws IOException {
            stream.close();
            if (entries != null) {
                entries.close();
            }
        }
    }

    /** The content of a member, whose end of use is that of the archive. */
    private static final class Closing extends FilterInputStream {
        private final Content archive;

        Closing(InputStream member, Content archive) {
            super(member);
            this.archive = archive;
        }

        @Override
        public void close() throws IOException {
            archive.close();
        }
    }
}

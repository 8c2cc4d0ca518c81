package fr.maillage.source.archive;

import fr.maillage.source.BrokenFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of a tar; one that stops before its end mark is broken, even between two members. */
final class TarEntries implements Entries {

    private final String archive;
    private final TrailingZeros bytes;
    private final TarArchiveInputStream tar;

    TarEntries(String archive, InputStream content) {
        this.archive = archive;
        this.bytes = new TrailingZeros(content);
        this.tar = new TarArchiveInputStream(bytes, "UTF-8");
    }

    @Override
    public String next() throws IOException {
        TarArchiveEntry entry = nextEntry();
        while (entry != null && entry.isDirectory()) {
            EntryNames.checked(archive, entry.getName());
            entry = nextEntry();
        }
        if (entry == null) {
            checkEnd();
            return null;
        }
        if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
            throw new BrokenFile(archive + " has a member that is a link or a device: “" + entry.getName() + "”");
        }
        return EntryNames.checked(archive, entry.getName());
    }

    /** A header that makes no sense is the file's fault, though the library says that of its argument. */
    private TarArchiveEntry nextEntry() throws IOException {
        try {
            return tar.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new IOException("a header makes no sense: " + e.getMessage(), e);
        }
    }

    @Override
    public InputStream content() {
        return tar;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void checkEnd() throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        if (bytes.zeros < TrailingZeros.END_MARK) {
            throw new BrokenFile(archive + " is truncated: the tar has no end mark");
        }
    }

    /** Counts the zero bytes at the end of what was read. */
    private static final class TrailingZeros extends FilterInputStream {
        static final int END_MARK = 512;
        private long zeros;

        TrailingZeros(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            zeros = b == 0 ? zeros + 1 : b < 0 ? zeros : 0;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            int last = offset + n - 1;
            while (last >= offset && target[last] == 0) {
                last--;
            }
            int trailing = offset + n - 1 - last;
            zeros = n <= 0 ? zeros : trailing == n ? zeros + n : trailing;
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public long skip(long wanted) throws IOException {
            byte[] skipped = new byte[(int) Math.min(Math.max(wanted, 0), 1 << 16)];
            return Math.max(read(skipped, 0, skipped.length), 0);
        }
    }
}

package fr.maillage.source.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a zip on the disk, any of which is reached without reading the others. */
final class ZipFileEntries implements Entries {

    private final String archive;
    private final ZipFile zip;
    private final Iterator<? extends ZipEntry> entries;
    private ZipEntry entry;

    ZipFileEntries(String archive, Path file) throws IOException {
        this.archive = archive;
        this.zip = new ZipFile(file.toFile(), Charset.forName("IBM850"));
        this.entries = zip.stream().filter(any -> !any.isDirectory()).iterator();
    }

    /** What all members unpack to, as the zip tells; {@link CrcChecked} holds each to it. */
    long unpackedSize() {
        return zip.stream().mapToLong(ZipEntry::getSize).sum();
    }

    @Override
    public String next() {
        if (!entries.hasNext()) {
            return null;
        }
        entry = entries.next();
        return EntryNames.checked(archive, entry.getName());
    }

    @Override
    public InputStream content() throws IOException {
        return new CrcChecked(zip.getInputStream(entry), entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Compares length and checksum with those the zip tells, which {@link ZipFile} leaves to its users. */
    private static final class CrcChecked extends FilterInputStream {
        private final CRC32 crc = new CRC32();
        private final ZipEntry entry;
        private long length;

        CrcChecked(InputStream content, ZipEntry entry) {
            super(content);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            int n = super.read(target, offset, wanted);
            if (n > 0) {
                length += n;
                crc.update(target, offset, n);
            }
            boolean wrongEnd = n < 0 && (length != entry.getSize() || crc.getValue() != entry.getCrc());
            if (wrongEnd || length > entry.getSize()) {
                throw new ZipException("member " + entry.getName() + " does not match its length or checksum");
            }
            return n;
        }
    }
}

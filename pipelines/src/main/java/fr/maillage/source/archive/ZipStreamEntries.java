package fr.maillage.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The files of a zip inside another archive; checksums are verified by the reader itself. */
final class ZipStreamEntries implements Entries {

    private final String archive;
    private final ZipInputStream zip;

    ZipStreamEntries(String archive, InputStream content) {
        this.archive = archive;
        // Names outside UTF-8 come from old Windows programs; the code page never fails, and a name is but a label.
        this.zip = new ZipInputStream(content, Charset.forName("IBM850"));
    }

    @Override
    public String next() throws IOException {
        ZipEntry entry = advance();
        while (entry != null && entry.isDirectory()) {
            EntryNames.checked(archive, entry.getName());
            entry = advance();
        }
        return entry == null ? null : EntryNames.checked(archive, entry.getName());
    }

    /** A name that says it is UTF-8 and is not comes as an argument error. */
    private ZipEntry advance() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException unreadable) {
            throw new ZipException("the name of a member cannot be read: " + unreadable.getMessage());
        }
    }

    @Override
    public InputStream content() {
        return zip;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

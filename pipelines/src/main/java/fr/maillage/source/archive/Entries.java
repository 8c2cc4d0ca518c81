package fr.maillage.source.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The files of an archive, one after the other. */
interface Entries extends Closeable {

    /** The name of the next file, folders left out; null when there is none left. */
    String next() throws IOException;

    /** The content of the file just named, to be read before the next is asked for. */
    InputStream content() throws IOException;

    /** The entries of an archive that is read as a stream. */
    static Entries of(String archive, Signature signature, BufferedInputStream content) {
        return signature == Signature.TAR ? new TarEntries(archive, content) : new ZipStreamEntries(archive, content);
    }
}

package fr.maillage.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file as bytes, without line ends and byte order mark; empty lines are skipped but numbered.
 *
 * <p>The encoding is decided line by line, because registers paste lines of one encoding into files of another.
 */
public final class ByteLines implements Closeable {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;
    private int limit;
    private int next;
    private long number;
    private boolean complete = true;
    private boolean exhausted;

    public ByteLines(SourceFile file) throws IOException {
        this.in = file.open();
    }

    /** Moves to the next line that is not empty; false at the end of the file. */
    public boolean next() {
        while (advance()) {
            if (end > start) {
                return true;
            }
        }
        return false;
    }

    /** The array the line stands in, from {@link #offset()} over {@link #length()} bytes, until the next move. */
    public byte[] bytes() {
        return buffer;
    }

    public int offset() {
        return start;
    }

    public int length() {
        return end - start;
    }

    /** Number of the line in the file, from 1. */
    public long number() {
        return number;
    }

    /** Whether the line has a line end: the last line of a truncated file has none. */
    public boolean isComplete() {
        return complete;
    }

    /** The line as text: UTF-8 when it is, else Windows-1252. */
    public String text() {
        if (isAscii()) {
            return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(buffer, start, end - start, WINDOWS);
        }
    }

    /** Most lines are: they need no decoder that looks for errors. */
    private boolean isAscii() {
        for (int i = start; i < end; i++) {
            if (buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean advance() {
        start = next;
        int at = indexOfLineEnd(next);
        while (at < 0 && !exhausted) {
            int scanned = limit - start;
            fill();
            at = indexOfLineEnd(start + scanned);
        }
        complete = at >= 0;
        end = complete ? at : limit;
        next = complete ? at + 1 : limit;
        if (!complete && end == start) {
            return false;
        }
        number++;
        trim();
        return true;
    }

    private void trim() {
        if (number == 1
                && end - start >= 3
                && buffer[start] == (byte) 0xef
                && buffer[start + 1] == (byte) 0xbb
                && buffer[start + 2] == (byte) 0xbf) {
            start += 3;
        }
        while (end > start && buffer[end - 1] == '\r') {
            end--;
        }
    }

    private int indexOfLineEnd(int from) {
        for (int i = from; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void fill() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int read = in.read(buffer, limit, buffer.length - limit);
            exhausted = read < 0;
            limit += Math.max(0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

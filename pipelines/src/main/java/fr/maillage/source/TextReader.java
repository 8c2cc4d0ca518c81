package fr.maillage.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes a text line by line: strict UTF-8, and for a line that is not, Windows-1252.
 *
 * <p>The choice is made by line because files are found that mix both, and because a file of any size is then read
 * once. For a file in one encoding the result is that of decoding it whole. Carriage returns before a line feed are
 * dropped; the bytes Windows-1252 leaves undefined become the control characters of Latin-1.
 */
public final class TextReader extends Reader {

    private static final int CHUNK = 1 << 16;
    private static final String WINDOWS_1252_80_9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private final InputStream bytes;
    private final Encodage mark;
    private byte[] pending = new byte[CHUNK];
    private int pendingEnd;
    private boolean atEnd;
    private final StringBuilder ready = new StringBuilder(CHUNK);
    private int readyAt;
    private boolean utf8;
    private boolean windows;

    /** @param mark the encoding told by a byte order mark, already read; ASCII when there was none */
    TextReader(InputStream bytes, Encodage mark) {
        this.bytes = bytes;
        this.mark = mark;
    }

    /** How the text read so far is encoded. */
    public Encodage encodage() {
        if (utf8 && windows) {
            return Encodage.MELE;
        }
        if (windows) {
            return Encodage.WINDOWS_1252;
        }
        return utf8 && mark == Encodage.ASCII ? Encodage.UTF_8 : mark;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (readyAt == ready.length()) {
            fill();
            if (pendingEnd == 0) {
                return -1;
            }
            decode(atEnd ? pendingEnd : endOfWholeLines());
        }
        int n = Math.min(length, ready.length() - readyAt);
        ready.getChars(readyAt, readyAt + n, target, offset);
        readyAt += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void fill() throws IOException {
        while (!atEnd && pendingEnd < pending.length) {
            int n = bytes.read(pending, pendingEnd, pending.length - pendingEnd);
            atEnd = n < 0;
            pendingEnd += Math.max(n, 0);
        }
    }

    /** Just after the last line feed; 0 when the chunk holds none, and the chunk then grows. */
    private int endOfWholeLines() {
        for (int i = pendingEnd; i > 0; i--) {
            if (pending[i - 1] == '\n') {
                return i;
            }
        }
        pending = Arrays.copyOf(pending, 2 * pending.length);
        return 0;
    }

    private void decode(int end) {
        ready.setLength(0);
        readyAt = 0;
        int line = 0;
        for (int i = 0; i < end; i++) {
            if (pending[i] == '\n') {
                decodeLine(line, i);
                ready.append('\n');
                line = i + 1;
            }
        }
        decodeLine(line, end);
        System.arraycopy(pending, end, pending, 0, pendingEnd - end);
        pendingEnd -= end;
    }

    private void decodeLine(int start, int endOfLine) {
        int end = endOfLine;
        while (end > start && pending[end - 1] == '\r') {
            end--;
        }
        int ascii = Utf8.endOfAscii(pending, start, end);
        if (ascii == end) {
            ready.append(new String(pending, start, end - start, StandardCharsets.ISO_8859_1));
        } else if (Utf8.isValid(pending, ascii, end)) {
            utf8 = true;
            ready.append(new String(pending, start, end - start, StandardCharsets.UTF_8));
        } else {
            windows = true;
            appendWindows(start, end);
        }
    }

    private void appendWindows(int start, int end) {
        for (int i = start; i < end; i++) {
            int b = pending[i] & 0xff;
            ready.append(b >= 0x80 && b < 0xa0 ? WINDOWS_1252_80_9F.charAt(b - 0x80) : (char) b);
        }
    }
}

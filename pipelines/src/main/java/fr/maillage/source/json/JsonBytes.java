package fr.maillage.source.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** JSON as bytes: the next character that means something, and the bytes of one value whatever it holds. */
final class JsonBytes implements Closeable {

    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    private long before;
    private byte[] value = new byte[1 << 16];
    private int length;
    private boolean cut;
    private int depth;
    private boolean inString;
    private boolean escaped;

    JsonBytes(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Position in the document of what is looked at, from 0. */
    long position() {
        return before + at;
    }

    /** The next byte that is no white space, still to be read; -1 at the end. */
    int peekToken() throws IOException {
        while (at < limit || fill()) {
            byte b = buffer[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xff;
            }
            at++;
        }
        return -1;
    }

    /** Leaves the byte looked at behind. */
    void skip() {
        at++;
    }

    /** Whether the last value was longer than the longest: then only its beginning was given. */
    boolean isCut() {
        return cut;
    }

    /** The value that begins at the byte looked at; null when the document ends inside it. */
    byte[] value() throws IOException {
        length = 0;
        cut = false;
        depth = 0;
        inString = false;
        escaped = false;
        byte first = buffer[at];
        boolean opens = first == '{' || first == '[' || first == '"';
        boolean ended = opens ? bracketed() : bare();
        return ended ? Arrays.copyOf(value, length) : null;
    }

    private boolean bracketed() throws IOException {
        do {
            int start = at;
            boolean ended = scan();
            keep(start);
            if (ended) {
                return true;
            }
        } while (fill());
        return false;
    }

    /** Moves to the end of the value or of what is buffered; true when it is the value's. */
    private boolean scan() {
        int i = at;
        while (i < limit) {
            byte b = buffer[i++];
            if (inString) {
                if (escaped) {
                    escaped = false;
                } else if (b == '\\') {
                    escaped = true;
                } else if (b == '"') {
                    inString = false;
                    if (depth == 0) {
                        at = i;
                        return true;
                    }
                }
            } else if (b <= '"') {
                inString = b == '"';
            } else if ((b | 0x20) == '{') {
                depth++;
            } else if ((b | 0x20) == '}' && --depth <= 0) {
                at = i;
                return true;
            }
        }
        at = i;
        return false;
    }

    /** A number or a word, up to what separates it from the next value. */
    private boolean bare() throws IOException {
        while (at < limit || fill()) {
            byte b = buffer[at];
            if (b == ',' || b == ']' || b == '}' || b == ' ' || b == '\n' || b == '\r' || b == '\t') {
                return true;
            }
            at++;
            keep(at - 1);
        }
        return false;
    }

    private void keep(int start) {
        int kept = Math.min(at - start, longest - length);
        cut |= kept < at - start;
        if (length + kept > value.length) {
            value = Arrays.copyOf(value, Math.min(longest, Math.max(2 * value.length, length + kept)));
        }
        System.arraycopy(buffer, start, value, length, kept);
        length += kept;
    }

    private boolean fill() throws IOException {
        before += limit;
        at = 0;
        limit = 0;
        while (limit < buffer.length) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                break;
            }
            limit += read;
        }
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

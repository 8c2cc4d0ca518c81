package fr.maillage.source.json;

import fr.maillage.source.BrokenFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The members of a document's root object, in order; those that are sections come one element at a time.
 *
 * <p>Only brackets and quotes are looked at, so that a record's bytes are found at the speed of memory and parsed
 * elsewhere. A record that is no JSON inside its brackets spoils itself alone; a document whose brackets do not fit
 * together ends in a {@link BrokenFile}. Memory holds one record.
 */
final class JsonSections implements Closeable {

    /**
     * A section's element, or another member of the root.
     *
     * @param member name of the section or member
     * @param element whether it is the element of a list, not the member itself
     * @param cut whether it was longer than {@link #LONGEST}: only its beginning is there
     */
    record Piece(String member, boolean element, byte[] json, boolean cut) {}

    /** Longest record kept whole; the largest legal entity of France takes a sixth of it. */
    static final int LONGEST = 64 << 20;

    private final String name;
    private final Set<String> sections;
    private final JsonBytes bytes;
    private boolean started;
    private final Set<String> met = new HashSet<>();
    private String section;

    /** @param sections members whose elements are records */
    JsonSections(String name, InputStream content, Set<String> sections) {
        this.name = name;
        this.sections = sections;
        this.bytes = new JsonBytes(content, LONGEST);
    }

    /** The next element or member; null at the end of a document that is whole. */
    Piece next() throws IOException {
        if (!started) {
            expect('{');
            started = true;
        }
        while (true) {
            int next = bytes.peekToken();
            if (next == ',') {
                bytes.skip();
            } else if (next == (section == null ? '}' : ']')) {
                bytes.skip();
                if (section == null) {
                    return end();
                }
                section = null;
            } else if (section != null) {
                return piece(section, true);
            } else {
                Piece piece = member();
                if (piece != null) {
                    return piece;
                }
            }
        }
    }

    /** The sections met so far. */
    Set<String> met() {
        return met;
    }

    /** A member that is not a list of records; null when it is one, which is then entered. */
    private Piece member() throws IOException {
        if (bytes.peekToken() != '"') {
            throw broken("a name");
        }
        String member = name(whole());
        if (sections.contains(member)) {
            met.add(member);
        }
        expect(':');
        if (sections.contains(member) && bytes.peekToken() == '[') {
            bytes.skip();
            section = member;
            return null;
        }
        return piece(member, false);
    }

    private static String name(byte[] quoted) {
        return new String(quoted, 1, Math.max(0, quoted.length - 2), StandardCharsets.UTF_8);
    }

    private Piece piece(String member, boolean element) throws IOException {
        int first = bytes.peekToken();
        if (first < 0 || first == ']' || first == '}' || first == ':' || first == ',') {
            throw broken("a value");
        }
        return new Piece(member, element, whole(), bytes.isCut());
    }

    private byte[] whole() throws IOException {
        byte[] json = bytes.value();
        if (json == null) {
            throw ended();
        }
        return json;
    }

    private Piece end() throws IOException {
        if (bytes.peekToken() >= 0) {
            throw broken("its end");
        }
        return null;
    }

    private void expect(char token) throws IOException {
        if (bytes.peekToken() != token) {
            throw broken("'" + token + "'");
        }
        bytes.skip();
    }

    private BrokenFile broken(String expected) throws IOException {
        return bytes.peekToken() < 0
                ? ended()
                : new BrokenFile("Cannot read " + name + ": it is no JSON at byte " + bytes.position() + ", where "
                        + expected + " was expected. Download it again.");
    }

    private BrokenFile ended() {
        return new BrokenFile("Cannot read " + name + ": it ends too early, at byte " + bytes.position()
                + ", inside its root object. Download it again.");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

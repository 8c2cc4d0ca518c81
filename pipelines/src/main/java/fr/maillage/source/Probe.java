package fr.maillage.source;

/**
 * What a format may look at to recognise a file: its name, its size and the start of its content, uncompressed.
 *
 * @param name path as given, with {@code /} between folders; a hint for the vintage, never for the format
 * @param size bytes of the file as it stands
 * @param head first bytes of the uncompressed content, at most 64 KiB
 * @param file the file itself, for formats that need more than its start (a spreadsheet, a GeoPackage)
 */
public record Probe(String name, long size, byte[] head, SourceFile file) {

    /** How many bytes of the content a probe holds at most. */
    public static final int HEAD = 1 << 16;

    /** The head as text, without its byte order mark; see {@link Texts}. */
    public String text() {
        return Texts.decode(head);
    }

    /** The first line of the head, without its byte order mark and line end. */
    public String firstLine() {
        String text = text();
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    /** Whether the content starts with these bytes. */
    public boolean startsWith(byte[] magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

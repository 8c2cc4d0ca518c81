package fr.maillage.source;

/** Follows the quotes of a table written as text, to know whether a record goes on behind a line end. */
final class Quotes {

    /** Where a line leaves its reader. */
    enum End {
        /** The record is whole. */
        CLOSED,
        /** Inside a quoted value: the record goes on. */
        OPEN,
        /** A quote stood where none may stand in a quoted value. */
        ODD
    }

    private Quotes() {}

    /** How a line ends that begins outside quotes, or inside them when it goes on with a record. */
    static End end(String line, char separator, boolean inside) {
        boolean quoted = inside;
        boolean odd = false;
        boolean valueStarts = !inside;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"') {
                char after = i + 1 < line.length() ? line.charAt(i + 1) : separator;
                if (after == '"') {
                    i++;
                } else {
                    quoted = false;
                    odd |= after != separator;
                }
            } else if (!quoted && valueStarts && c == '"') {
                quoted = true;
            }
            valueStarts = !quoted && c == separator;
        }
        return quoted ? End.OPEN : odd ? End.ODD : End.CLOSED;
    }
}

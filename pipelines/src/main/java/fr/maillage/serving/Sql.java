package fr.maillage.serving;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and texts as they may stand in a statement. Every statement of this package is put together from these. */
public final class Sql {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]*");

    private Sql() {}

    /**
     * A name of ours: table, column, schema.
     *
     * @throws IllegalArgumentException when it holds anything but lower-case letters, digits and underscores
     */
    public static String identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a table or column");
        }
        return quoted(name);
    }

    /** Any text as a name, such as a column title with spaces and accents. */
    public static String quoted(String label) {
        return '"' + label.replace("\"", "\"\"") + '"';
    }

    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    public static String literals(Collection<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
    }
}

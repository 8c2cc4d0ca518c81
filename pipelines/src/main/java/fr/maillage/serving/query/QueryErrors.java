package fr.maillage.serving.query;

import fr.maillage.MaillageException;
import fr.maillage.serving.NearestNames;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what DuckDB says of a wrong query into one line that helps. */
final class QueryErrors {

    private static final Pattern NO_TABLE = Pattern.compile("Table with name \"?([\\w.]+)\"? does not exist");
    private static final Pattern NO_FILE =
            Pattern.compile("(?:No files found that match the pattern|Cannot open file) \"([^\"]+)\"");

    private QueryErrors() {}

    static MaillageException explain(SQLException e, String sql, List<String> tables) {
        String message = String.valueOf(e.getMessage());
        Matcher table = NO_TABLE.matcher(message);
        if (table.find()) {
            String typed = asTyped(sql, table.group(1));
            return refusal(
                    "there is no table " + typed, "Try " + String.join(", ", NearestNames.list(typed, tables)), e);
        }
        Matcher file = NO_FILE.matcher(message);
        if (file.find()) {
            return refusal("the file " + file.group(1) + " is missing from the warehouse", "Run: maillage build", e);
        }
        return refusal(oneLine(message), "See the names with: maillage describe", e);
    }

    private static MaillageException refusal(String why, String mend, SQLException cause) {
        return new MaillageException("Cannot run the query: " + why + ". " + mend + ".", cause);
    }

    /** The name with the schema the person wrote before it; DuckDB repeats the last part only. */
    private static String asTyped(String sql, String name) {
        Matcher typed = Pattern.compile(
                        "(\\w+\\.)?\\b" + Pattern.quote(name.substring(name.lastIndexOf('.') + 1)) + "\\b",
                        Pattern.CASE_INSENSITIVE)
                .matcher(sql);
        return typed.find() ? typed.group() : name;
    }

    /** The sentence that matters, without DuckDB's wrapping and without the picture of the query. */
    static String oneLine(String message) {
        String inner =
                message.substring(message.lastIndexOf("\nError: ") < 0 ? 0 : message.lastIndexOf("\nError: ") + 8);
        int picture = inner.indexOf("\n\nLINE ");
        String text = (picture < 0 ? inner : inner.substring(0, picture)).strip();
        return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "");
    }
}

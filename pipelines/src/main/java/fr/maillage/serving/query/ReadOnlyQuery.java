package fr.maillage.serving.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.maillage.MaillageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets one question through and nothing else.
 *
 * <p>DuckDB's own parser decides: it puts a statement into JSON only if it is a {@code SELECT}, {@code WITH},
 * {@code FROM}, {@code VALUES}, {@code DESCRIBE}, {@code SHOW} or {@code SUMMARIZE}. A comment or a text that looks like
 * a statement deceives no pattern, because there is none.
 */
final class ReadOnlyQuery {

    private static final JsonMapper JSON = new JsonMapper();

    private ReadOnlyQuery() {}

    /** @throws MaillageException when {@code sql} is not exactly one question */
    static void check(Connection connection, String sql) throws SQLException {
        JsonNode parsed = parse(connection, sql);
        if (!parsed.path("error").asBoolean()) {
            int statements = parsed.path("statements").size();
            if (statements != 1) {
                throw new MaillageException("Cannot run the query: it holds " + statements
                        + " statements. Give one SELECT, WITH, DESCRIBE or SHOW.");
            }
            return;
        }
        if (parsed.path("error_type").asText().equals("parser")) {
            throw new MaillageException("Cannot run the query: "
                    + QueryErrors.oneLine(parsed.path("error_message").asText()) + place(parsed, sql)
                    + ". Correct it there.");
        }
        throw new MaillageException("Cannot run the query: the warehouse is only read here."
                + " Give one SELECT, WITH, DESCRIBE or SHOW; tables are written by build.");
    }

    private static String place(JsonNode parsed, String sql) {
        if (!parsed.hasNonNull("position")) {
            return "";
        }
        String before =
                sql.substring(0, Math.min(sql.length(), parsed.path("position").asInt()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return " at line " + line + ", character " + column;
    }

    private static JsonNode parse(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            statement.setString(1, sql);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return JSON.readTree(result.getString(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

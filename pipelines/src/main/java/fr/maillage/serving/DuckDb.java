package fr.maillage.serving;

import fr.maillage.schemas.FieldType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens DuckDB and says how it calls our types. */
public final class DuckDb {

    private DuckDb() {}

    /** A database in memory. */
    public static Connection open() throws SQLException {
        return open("");
    }

    /** The database file at {@code path}, made if there is none. */
    public static Connection open(String path) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + path);
        execute(
                connection,
                "SET TimeZone = 'UTC'",
                "SET autoinstall_known_extensions = false",
                "SET temp_directory = " + Sql.literal(System.getProperty("java.io.tmpdir")));
        return connection;
    }

    public static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String type(FieldType type) {
        return switch (type) {
            case STRING -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case DATETIME -> "TIMESTAMP WITH TIME ZONE";
            case TEXTS -> "VARCHAR[]";
            case GEOMETRY, BYTES -> "BLOB";
            // Only of a table without a file, where nobody sees what is inside.
            case OBJECT, ARRAY -> "VARCHAR";
        };
    }
}

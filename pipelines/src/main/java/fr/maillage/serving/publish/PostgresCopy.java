package fr.maillage.serving.publish;

import fr.maillage.schemas.FieldType;
import fr.maillage.serving.DuckDb;
import fr.maillage.serving.Sql;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Loads a table into PostgreSQL: DuckDB writes it as CSV, {@code COPY} takes it.
 *
 * <p>The rows are copied frozen, in the transaction that creates the table. A reader whose snapshot is older than the
 * load would otherwise find the new table empty once it bears the old one's name.
 */
final class PostgresCopy implements AutoCloseable {

    private final Connection postgres;
    private final Connection duckDb;
    private final Path file;

    PostgresCopy(Connection postgres) throws SQLException, IOException {
        this.postgres = postgres;
        this.duckDb = DuckDb.open();
        this.file = Files.createTempFile("maillage-", ".csv");
    }

    /** Creates the table in {@code schema} and fills it; the result is how many rows it has. */
    long load(PublishedTable table, String schema) throws SQLException, IOException {
        DuckDb.execute(
                duckDb,
                "COPY (" + asText(table) + ") TO " + Sql.literal(file.toString())
                        + " (FORMAT csv, HEADER false, NULLSTR '\\N')");
        postgres.setAutoCommit(false);
        try (Statement statement = postgres.createStatement();
                BufferedReader rows = Files.newBufferedReader(file)) {
            statement.execute("CREATE TABLE " + table.in(schema) + " (" + columns(table) + ")");
            long count = postgres.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + table.in(schema)
                                    + " FROM STDIN (FORMAT csv, NULL '\\N', ENCODING 'UTF8', FREEZE true)",
                            rows,
                            1 << 16);
            postgres.commit();
            return count;
        } catch (SQLException | IOException e) {
            postgres.rollback();
            throw e;
        } finally {
            postgres.setAutoCommit(true);
        }
    }

    private static String columns(PublishedTable table) {
        return table.columns().stream()
                .map(column -> Sql.identifier(column.name()) + " " + type(column.type()))
                .collect(Collectors.joining(", "));
    }

    private static String asText(PublishedTable table) {
        return table.columns().stream()
                .map(column -> asText(column) + " AS " + Sql.identifier(column.name()))
                .collect(Collectors.joining(", ", "SELECT ", " FROM (" + table.query() + ")"));
    }

    /** PostgreSQL holds no zero character, and writes lists and bytes its own way. */
    private static String asText(PublishedColumn column) {
        String name = Sql.identifier(column.name());
        return switch (column.type()) {
            case STRING -> "replace(" + name + ", chr(0), '')";
            case TEXTS ->
                "'{' || array_to_string(list_transform(" + name
                        + ", x -> coalesce('\"' || replace(replace(x, '\\', '\\\\'), '\"', '\\\"') || '\"', 'NULL')), ',') || '}'";
            case GEOMETRY, BYTES -> "'\\x' || hex(" + name + ")";
            case INTEGER, NUMBER, BOOLEAN, DATE, DATETIME -> name;
            case OBJECT, ARRAY -> throw nested(column.name());
        };
    }

    private static String type(FieldType type) {
        return switch (type) {
            case STRING -> "text";
            case INTEGER -> "bigint";
            case NUMBER -> "double precision";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DATETIME -> "timestamptz";
            case TEXTS -> "text[]";
            case GEOMETRY, BYTES -> "bytea";
            case OBJECT, ARRAY -> throw nested(type.word());
        };
    }

    private static IllegalArgumentException nested(String what) {
        return new IllegalArgumentException(what + " is nested: bronze is not published");
    }

    @Override
    public void close() throws SQLException, IOException {
        duckDb.close();
        Files.deleteIfExists(file);
    }
}

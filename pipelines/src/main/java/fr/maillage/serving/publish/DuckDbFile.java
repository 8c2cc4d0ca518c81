package fr.maillage.serving.publish;

import fr.maillage.MaillageException;
import fr.maillage.serving.DuckDb;
import fr.maillage.serving.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Publishes to a DuckDB file: a new file each time, and a link that moves from the old one to the new one.
 *
 * <p>Renaming over a file that is open would leave this process on the old one and, beside a dead writer's
 * {@code .wal}, mix two databases (measured). See {@link VersionedFile}.
 */
final class DuckDbFile {

    private final VersionedFile file;

    DuckDbFile(Path path) {
        this.file = new VersionedFile(path);
    }

    PublishReport publish(Contents contents) {
        try (VersionedFile.Lock lock = file.lock()) {
            try {
                return write(contents);
            } finally {
                file.sweep();
            }
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot publish to " + file.link() + ": " + e
                            + ". Check the folder's rights and free space, or give another file with --to jdbc:duckdb:FILE.",
                    e);
        } catch (SQLException e) {
            throw LoadErrors.explain(e, file.link().toString());
        }
    }

    private PublishReport write(Contents contents) throws IOException, SQLException {
        long number = contents.publication().number();
        Path aside = file.aside(number);
        long rows = write(aside, contents);
        Path current = file.show(aside, number);
        return new PublishReport(
                number,
                file.link() + " → " + current.getFileName(),
                contents.tables().size(),
                rows,
                List.of());
    }

    private static long write(Path aside, Contents contents) throws SQLException {
        long rows = 0;
        try (Connection connection = DuckDb.open(aside.toString());
                Statement statement = connection.createStatement()) {
            for (String schema : contents.schemas()) {
                statement.execute("CREATE SCHEMA " + Sql.identifier(schema));
            }
            for (String language : ReaderViews.SCHEMAS) {
                statement.execute("CREATE SCHEMA " + Sql.identifier(language));
            }
            for (PublishedTable table : contents.tables()) {
                rows += load(statement, table);
            }
            for (String dress : ReaderViews.statements(contents.tables(), UnaryOperator.identity())) {
                statement.execute(dress);
            }
            statement.execute("CHECKPOINT");
        }
        return rows;
    }

    private static long load(Statement statement, PublishedTable table) throws SQLException {
        statement.execute("CREATE TABLE " + table.in(table.schema()) + " AS " + table.query());
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table.in(table.schema()))) {
            count.next();
            return count.getLong(1);
        }
    }
}

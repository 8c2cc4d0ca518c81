package fr.maillage.serving.publish;

import fr.maillage.MaillageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes to PostgreSQL: everything is loaded into schemas nobody reads, which then take the names of the old ones in one
 * transaction.
 *
 * <p>Views are made in the new schemas too: a view follows its table, not the table's name, so one that stayed behind
 * would go on showing the old state.
 */
final class PostgresDatabase {

    private final PostgresAddress address;
    private final Duration patience;

    /** @param patience how long to wait for a moment at which no reader is in the middle of something */
    PostgresDatabase(PostgresAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    PublishReport publish(Contents contents) {
        try (Connection connection = address.connect()) {
            PostgresSchemas schemas = new PostgresSchemas(connection, allSchemas(contents));
            schemas.lock();
            try {
                return publish(connection, schemas, contents);
            } finally {
                schemas.unlock();
            }
        } catch (SQLException e) {
            throw LoadErrors.explain(e, address.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PublishReport publish(Connection connection, PostgresSchemas schemas, Contents contents)
            throws SQLException, IOException {
        schemas.checkOwnership();
        schemas.dropNew();
        try {
            long rows = load(connection, schemas, contents);
            new PostgresSwap(connection, schemas, patience).swap();
            return new PublishReport(
                    contents.publication().number(),
                    address.toString(),
                    contents.tables().size(),
                    rows,
                    schemas.dropOld());
        } catch (SQLException | MaillageException e) {
            schemas.dropNew();
            throw e;
        }
    }

    private static List<String> allSchemas(Contents contents) {
        List<String> schemas = new ArrayList<>(contents.schemas());
        schemas.addAll(ReaderViews.SCHEMAS);
        return schemas;
    }

    private static long load(Connection connection, PostgresSchemas schemas, Contents contents)
            throws SQLException, IOException {
        schemas.createNew(contents.publication().number());
        long rows = 0;
        try (PostgresCopy copy = new PostgresCopy(connection)) {
            for (PublishedTable table : contents.tables()) {
                rows += copy.load(table, PostgresSchemas.newName(table.schema()));
            }
        }
        List<String> statements = ReaderViews.statements(contents.tables(), PostgresSchemas::newName);
        for (PublishedTable table : contents.tables()) {
            statements.add("ANALYZE " + table.in(PostgresSchemas.newName(table.schema())));
        }
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        schemas.copyRights();
        return rows;
    }
}

package fr.maillage.serving.publish;

import fr.maillage.MaillageException;
import fr.maillage.serving.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Gives the new schemas the names of the shown ones, in one transaction, at a moment at which nobody is in the middle of
 * reading: a reader's transaction that has begun on the old state ends on it.
 *
 * <p>The wait for that moment is cut into short ones, each shorter than the second after which PostgreSQL looks for
 * deadlocks: a reader never fails because of a publish, and is never held up for longer.
 */
final class PostgresSwap {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String ONE_WAIT = "600ms";
    /** Lock not available, query cancelled by the time limit, deadlock, serialisation. */
    private static final Set<String> TRY_AGAIN = Set.of("55P03", "57014", "40P01", "40001");

    private final Connection connection;
    private final PostgresSchemas schemas;
    private final Duration patience;

    PostgresSwap(Connection connection, PostgresSchemas schemas, Duration patience) {
        this.connection = connection;
        this.schemas = schemas;
        this.patience = patience;
    }

    void swap() throws SQLException {
        Instant deadline = Instant.now().plus(patience);
        while (!tryOnce()) {
            if (Instant.now().isAfter(deadline)) {
                throw new MaillageException("Cannot publish: a reader has been in the middle of a transaction for "
                        + patience.toSeconds()
                        + " s. Nothing has changed; end it (see pg_stat_activity) and publish again.");
            }
            pause();
        }
    }

    private boolean tryOnce() throws SQLException {
        connection.setAutoCommit(false);
        try {
            waitForReaders();
            String now = "_" + Instant.now().getEpochSecond();
            for (String name : schemas.names()) {
                makeRoom(name, now);
                rename(PostgresSchemas.newName(name), name);
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (TRY_AGAIN.contains(String.valueOf(e.getSQLState()))) {
                return false;
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void waitForReaders() throws SQLException {
        List<String> tables = schemas.shownTables();
        if (!tables.isEmpty()) {
            schemas.execute("SET LOCAL statement_timeout = '" + ONE_WAIT + "'");
            schemas.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
            schemas.execute("SET LOCAL statement_timeout = 0");
        }
        schemas.execute("SET LOCAL lock_timeout = '" + ONE_WAIT + "'");
    }

    /** An old schema that somebody's view kept from being removed makes way under a name that says when. */
    private void makeRoom(String name, String now) throws SQLException {
        String old = PostgresSchemas.oldName(name);
        if (schemas.exists(name)) {
            if (schemas.exists(old)) {
                rename(old, old + now);
            }
            rename(name, old);
        }
    }

    private void rename(String from, String to) throws SQLException {
        schemas.execute("ALTER SCHEMA " + Sql.identifier(from) + " RENAME TO " + Sql.identifier(to));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for readers", e);
        }
    }
}

package fr.maillage.serving.query;

import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Answers queries over one publication, each checked, run and written. */
public final class SqlSession {

    private final WarehouseViews views;
    private final OutputFormat format;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param err where the count of rows and the time go, so that the answer can be piped */
    public SqlSession(WarehouseViews views, OutputFormat format, PrintWriter out, PrintWriter err) {
        this.views = views;
        this.format = format;
        this.out = out;
        this.err = err;
    }

    /** @throws fr.maillage.MaillageException when the query is no question or cannot be answered */
    public void answer(String sql) {
        long start = System.nanoTime();
        try {
            ReadOnlyQuery.check(views.connection(), sql);
            try (Statement statement = views.connection().createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                Rows rows = QueryRows.of(result);
                long count = format.write(rows, out);
                err.printf("%,d row%s, %.2f s%n", count, count == 1 ? "" : "s", (System.nanoTime() - start) / 1e9);
            }
        } catch (SQLException e) {
            throw QueryErrors.explain(e, sql, views.tableNames());
        } catch (QueryRows.QueryFailed e) {
            throw QueryErrors.explain(e.why(), sql, views.tableNames());
        }
    }
}

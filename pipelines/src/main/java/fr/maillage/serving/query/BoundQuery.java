package fr.maillage.serving.query;

import fr.maillage.serving.output.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A question the program asks of the views, with what a person typed bound to it, never written into it.
 *
 * @param values one per question mark of {@code sql}, in their order
 */
public record BoundQuery(String sql, List<Object> values) {

    /** As many question marks as there are values. */
    public static String marks(List<?> values) {
        return String.join(", ", java.util.Collections.nCopies(values.size(), "?"));
    }

    /** The whole answer. */
    public Rows rows(WarehouseViews views) {
        try (PreparedStatement statement = views.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                Rows read = QueryRows.of(result);
                List<List<Object>> rows = new ArrayList<>();
                read.rows().forEachRemaining(rows::add);
                return Rows.of(read.columns(), rows);
            }
        } catch (SQLException e) {
            throw QueryErrors.explain(e, sql, views.tableNames());
        } catch (QueryRows.QueryFailed e) {
            throw QueryErrors.explain(e.why(), sql, views.tableNames());
        }
    }
}

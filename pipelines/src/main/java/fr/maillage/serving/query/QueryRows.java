package fr.maillage.serving.query;

import fr.maillage.serving.output.Rows;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** The rows of a result set, read one at a time while they are written. */
final class QueryRows implements Iterator<List<Object>> {

    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.FLOAT,
            Types.REAL,
            Types.DOUBLE,
            Types.DECIMAL,
            Types.NUMERIC);

    private final ResultSet result;
    private final int width;
    private boolean ahead;
    private boolean ended;

    private QueryRows(ResultSet result, int width) {
        this.result = result;
        this.width = width;
    }

    static Rows of(ResultSet result) throws SQLException {
        ResultSetMetaData names = result.getMetaData();
        List<Rows.Column> columns = new ArrayList<>();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            columns.add(new Rows.Column(names.getColumnLabel(i), isNumber(names, i)));
        }
        return new Rows(columns, new QueryRows(result, columns.size()));
    }

    private static boolean isNumber(ResultSetMetaData names, int i) throws SQLException {
        return NUMBERS.contains(names.getColumnType(i))
                || names.getColumnTypeName(i).contains("HUGEINT");
    }

    @Override
    public boolean hasNext() {
        if (!ahead && !ended) {
            try {
                ahead = result.next();
                ended = !ahead;
            } catch (SQLException e) {
                throw new QueryFailed(e);
            }
        }
        return ahead;
    }

    @Override
    public List<Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ahead = false;
        Object[] values = new Object[width];
        try {
            for (int i = 0; i < width; i++) {
                values[i] = plain(result.getObject(i + 1));
            }
        } catch (SQLException e) {
            throw new QueryFailed(e);
        }
        return Arrays.asList(values);
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Blob blob) {
            return blob.getBytes(1, (int) blob.length());
        }
        if (value instanceof Array array) {
            List<Object> items = new ArrayList<>();
            for (Object item : (Object[]) array.getArray()) {
                items.add(plain(item));
            }
            return items;
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        return value instanceof OffsetDateTime instant ? instant.toInstant() : value;
    }

    /** The query failed while its rows were read. */
    static final class QueryFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SQLException why;

        QueryFailed(SQLException why) {
            super(why);
            this.why = why;
        }

        SQLException why() {
            return why;
        }
    }
}

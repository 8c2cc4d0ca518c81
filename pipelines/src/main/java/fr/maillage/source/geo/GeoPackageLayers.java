package fr.maillage.source.geo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** The layers of a GeoPackage, and which of them are contours of territories. */
final class GeoPackageLayers {

    static final byte[] MAGIC = "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** Columns that carry a code, from the finest level to the widest. */
    static final List<String> CODES = List.of("depcom", "epci", "dep", "reg");

    private static final List<String> NIVEAUX = List.of("commune", "epci", "departement", "region");

    /**
     * A layer.
     *
     * @param columns names as they stand in the layer, by their names in lower case
     */
    record Layer(String table, String geometryColumn, String organization, int srid, Map<String, String> columns) {

        /** Level of its features. */
        String niveau() {
            for (int i = 0; i < CODES.size(); i++) {
                if (columns.containsKey(CODES.get(i))) {
                    return NIVEAUX.get(i);
                }
            }
            throw new IllegalStateException("No code in layer " + table);
        }

        /** The query that gives these columns and geometry, null where the layer has no such column. */
        String query(List<String> names) {
            StringBuilder query = new StringBuilder("SELECT ");
            names.forEach(name -> query.append(columns.containsKey(name) ? quoted(columns.get(name)) : "NULL")
                    .append(", "));
            return query.append(quoted(geometryColumn))
                    .append(" FROM ")
                    .append(quoted(table))
                    .append(" ORDER BY rowid")
                    .toString();
        }
    }

    private GeoPackageLayers() {}

    /** Opens the file so that nothing can be written to it or beside it. */
    static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1", config.toProperties());
    }

    /** The layers of contours: those with a column that tells the level. */
    static List<Layer> read(Connection connection) throws SQLException {
        return all(connection).stream()
                .filter(layer -> CODES.stream().anyMatch(layer.columns()::containsKey))
                .filter(layer -> !Perimetres.areOurs(layer.columns().keySet()))
                .toList();
    }

    /** Every layer with a geometry. */
    static List<Layer> all(Connection connection) throws SQLException {
        List<Layer> layers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id
                        FROM gpkg_geometry_columns g JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
                        ORDER BY g.table_name""")) {
            while (rows.next()) {
                Map<String, String> columns = columns(connection, rows.getString(1));
                layers.add(new Layer(rows.getString(1), rows.getString(2), rows.getString(3), rows.getInt(4), columns));
            }
        }
        return layers;
    }

    private static Map<String, String> columns(Connection connection, String table) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, null, table, null)) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                columns.put(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return columns;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

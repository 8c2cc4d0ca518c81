package fr.maillage.serving.query;

import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.Contracts;
import fr.maillage.serving.DuckDb;
import fr.maillage.serving.ParquetScan;
import fr.maillage.serving.Rejets;
import fr.maillage.serving.Sql;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One publication of a warehouse as views of a database in memory: {@code gold.offre_par_territoire},
 * {@code bronze.…}, {@code silver.rejet}.
 *
 * <p>Nothing can be written through it: files outside the warehouse are out of reach, and {@link ReadOnlyQuery} lets only
 * questions through.
 */
public final class WarehouseViews implements AutoCloseable {

    private final Connection connection;
    private final List<TableContract> tables;

    private WarehouseViews(Connection connection, List<TableContract> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** @param fileNames name of each landed file as it came, by the identity its rows carry */
    public static WarehouseViews open(Warehouse warehouse, Publication publication, Map<String, String> fileNames)
            throws SQLException {
        ParquetScan scan = new ParquetScan(warehouse, publication);
        List<TableContract> tables = Contracts.ALL.stream()
                .filter(table -> publication.find(table).isPresent())
                .toList();
        List<String> statements = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            statements.add("CREATE SCHEMA " + layer.database());
        }
        tables.forEach(table -> statements.add(view(table.layer(), table.name(), scan.read(table))));
        statements.add(view(Layer.SILVER, "rejet", new Rejets(scan, publication, fileNames, tables).view()));
        statements.add("SET allowed_directories = [" + Sql.literal(warehouse.root() + "/") + "]");
        statements.add("SET enable_external_access = false");
        statements.add("SET lock_configuration = true");

        Connection connection = DuckDb.open();
        DuckDb.execute(connection, statements.toArray(String[]::new));
        return new WarehouseViews(connection, tables);
    }

    private static String view(Layer layer, String name, String query) {
        return "CREATE VIEW " + layer.database() + "." + Sql.identifier(name) + " AS " + query;
    }

    Connection connection() {
        return connection;
    }

    /** Names of tables a query may use. */
    List<String> tableNames() {
        List<String> names = new ArrayList<>();
        tables.forEach(table -> names.add(table.sqlName()));
        names.add("silver.rejet");
        return names;
    }

    /** Whether the publication has the table, by the name a query gives it. */
    public boolean has(String name) {
        return tableNames().contains(name);
    }

    /** Names of columns a query may use, for completion. */
    List<String> columnNames() {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

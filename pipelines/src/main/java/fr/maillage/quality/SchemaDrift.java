package fr.maillage.quality;

import fr.maillage.schemas.Silver;
import fr.maillage.serving.DuckDb;
import fr.maillage.serving.ParquetScan;
import fr.maillage.serving.output.Rows.Column;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the documents of a publication differ from their contracts: the newest release first, the most frequent first. */
final class SchemaDrift {

    private static final int COLUMNS = 7;

    private SchemaDrift() {}

    static List<List<Object>> list(Warehouse warehouse, Publication publication) throws SQLException {
        if (publication.find(Silver.DERIVE_SCHEMA).isEmpty()) {
            return List.of();
        }
        String table = new ParquetScan(warehouse, publication).read(Silver.DERIVE_SCHEMA);
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT source, connu_du::VARCHAR, chemin, genre_derive,"
                        + " nb_derives, nb_enregistrements_touches, exemple_derive FROM (" + table
                        + ") ORDER BY connu_du DESC, nb_derives DESC, source, chemin, genre_derive, exemple_derive")) {
            return rows(found);
        }
    }

    private static List<List<Object>> rows(ResultSet found) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        while (found.next()) {
            Object[] row = new Object[COLUMNS];
            for (int i = 0; i < COLUMNS; i++) {
                row[i] = found.getObject(i + 1);
            }
            rows.add(Arrays.asList(row));
        }
        return rows;
    }

    static List<Column> columns(boolean english) {
        return List.of(
                Column.text(english ? "register" : "registre"),
                Column.text(english ? "release" : "parution"),
                Column.text(english ? "path" : "chemin"),
                Column.text(english ? "drift" : "derive"),
                Column.number(english ? "times" : "fois"),
                Column.number(english ? "records" : "enregistrements"),
                Column.text(english ? "example" : "exemple"));
    }
}

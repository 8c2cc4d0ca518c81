package fr.maillage.source.geo;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.LocalCopy;
import fr.maillage.source.LookAhead;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.geo.GeoPackageLayers.Layer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.locationtech.jts.io.ParseException;

/** The features of some layers of a GeoPackage as records, numbered through. */
final class GeoPackageFeatures extends LookAhead {

    /** Which layers of a file are read. */
    interface Choix {
        List<Layer> of(Connection connection) throws SQLException;
    }

    /** What a record holds of a feature. */
    interface Champs {

        /** @param texts its columns, as asked for */
        Object[] of(Layer layer, String[] texts, byte[] wkb);
    }

    private final String name;
    private final LocalCopy copy;
    private final Connection connection;
    private final List<String> columns;
    private final Champs champs;
    private final Iterator<Layer> layers;
    private Layer layer;
    private Statement statement;
    private ResultSet rows;
    private long number;

    private GeoPackageFeatures(
            SourceFile file, LocalCopy copy, Connection connection, Choix choix, List<String> columns, Champs champs)
            throws SQLException {
        this.name = file.name();
        this.copy = copy;
        this.connection = connection;
        this.columns = columns;
        this.champs = champs;
        this.layers = choix.of(connection).iterator();
    }

    /** @param columns names in lower case; a layer may lack some */
    static GeoPackageFeatures open(SourceFile file, Choix choix, List<String> columns, Champs champs)
            throws IOException {
        LocalCopy copy = file.local();
        try {
            Connection connection = GeoPackageLayers.open(copy.path());
            return new GeoPackageFeatures(file, copy, connection, choix, columns, champs);
        } catch (SQLException e) {
            copy.close();
            throw new BrokenFile(file.name() + " is cut or no GeoPackage: " + e.getMessage(), e);
        }
    }

    @Override
    protected SourceRecord advance() {
        try {
            while (rows == null || !rows.next()) {
                if (!layers.hasNext()) {
                    return null;
                }
                openNextLayer();
            }
            return record();
        } catch (SQLException e) {
            throw new BrokenFile(name + " is cut or damaged after feature " + number + ": " + e.getMessage(), e);
        }
    }

    private void openNextLayer() throws SQLException {
        if (statement != null) {
            statement.close();
        }
        layer = layers.next();
        statement = connection.createStatement();
        rows = statement.executeQuery(layer.query(columns));
    }

    private SourceRecord record() throws SQLException {
        number++;
        String[] texts = new String[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = rows.getString(i + 1);
        }
        byte[] blob = rows.getBytes(texts.length + 1);
        try {
            return SourceRecord.of(number, champs.of(layer, texts, GeoPackageGeometry.wkb(blob)));
        } catch (ParseException unreadable) {
            return SourceRecord.unreadable(
                    number, "geometrie_illisible", HexFormat.of().formatHex(blob));
        }
    }

    @Override
    public void close() throws IOException {
        try (copy) {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}

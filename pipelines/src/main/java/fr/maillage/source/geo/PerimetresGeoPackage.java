package fr.maillage.source.geo;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.LocalCopy;
import fr.maillage.source.LookAhead;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.geo.GeoPackageLayers.Layer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.io.ParseException;

/**
 * Perimeters that a person draws, as a GeoPackage: layers with columns {@code identifiant}, {@code nom} and
 * {@code proprietaire}. They are few, and read at once.
 */
public final class PerimetresGeoPackage implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "perimetres-geopackage";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Territoires d’utilisateurs dessinés, au format GeoPackage";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.PERIMETRE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!probe.startsWith(GeoPackageLayers.MAGIC)) {
            return Optional.empty();
        }
        try (LocalCopy copy = probe.file().local();
                Connection connection = GeoPackageLayers.open(copy.path())) {
            return layers(connection).isEmpty()
                    ? Optional.empty()
                    : Optional.of(Perimetres.recognised(
                            NAME,
                            probe,
                            features(connection).stream()
                                    .map(SourceRecord::values)
                                    .filter(values -> values != null)));
        } catch (SQLException notAGeoPackage) {
            return Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        try (LocalCopy copy = file.local();
                Connection connection = GeoPackageLayers.open(copy.path())) {
            return new Features(features(connection).iterator());
        } catch (SQLException e) {
            throw new BrokenFile(file.name() + " is cut or damaged: " + e.getMessage(), e);
        }
    }

    private static List<Layer> layers(Connection connection) throws SQLException {
        return GeoPackageLayers.all(connection).stream()
                .filter(layer -> Perimetres.areOurs(layer.columns().keySet()))
                .toList();
    }

    private static List<SourceRecord> features(Connection connection) throws SQLException {
        List<SourceRecord> features = new ArrayList<>();
        for (Layer layer : layers(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(layer.query(Perimetres.PROPRIETES))) {
                while (rows.next()) {
                    features.add(record(features.size() + 1L, layer, rows));
                }
            }
        }
        return features;
    }

    private static SourceRecord record(long number, Layer layer, ResultSet rows) throws SQLException {
        int count = Perimetres.PROPRIETES.size();
        Object[] values = new Object[count + 2];
        for (int i = 0; i < count; i++) {
            values[i] = rows.getString(i + 1);
        }
        values[count] = layer.organization() + ":" + layer.srid();
        byte[] blob = rows.getBytes(count + 1);
        try {
            values[count + 1] = GeoPackageGeometry.wkb(blob);
            return SourceRecord.of(number, values);
        } catch (ParseException unreadable) {
            return SourceRecord.unreadable(
                    number, "geometrie_illisible", HexFormat.of().formatHex(blob));
        }
    }

    /** The features as records. */
    private static final class Features extends LookAhead {

        private final Iterator<SourceRecord> features;

        Features(Iterator<SourceRecord> features) {
            this.features = features;
        }

        @Override
        protected SourceRecord advance() {
            return features.hasNext() ? features.next() : null;
        }

        @Override
        public void close() {
            // All has been read.
        }
    }
}

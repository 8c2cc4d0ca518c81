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
import fr.maillage.source.Vintages;
import fr.maillage.source.geo.GeoPackageLayers.Layer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.io.ParseException;

/** Contours of territories as a GeoPackage: layers with a column {@code DEPCOM}, {@code EPCI}, {@code DEP} or {@code REG}. */
public final class ContoursGeoPackage implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "contours-geopackage";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Contours de territoires au format GeoPackage";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.CONTOUR_GEOPACKAGE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!probe.startsWith(GeoPackageLayers.MAGIC)) {
            return Optional.empty();
        }
        try (LocalCopy copy = probe.file().local();
                Connection connection = GeoPackageLayers.open(copy.path())) {
            List<Layer> layers = GeoPackageLayers.read(connection);
            return layers.isEmpty() ? Optional.empty() : Optional.of(vintage(layers, probe));
        } catch (SQLException notAGeoPackage) {
            return Optional.empty();
        }
    }

    private static Recognised vintage(List<Layer> layers, Probe probe) {
        List<LocalDate> days = layers.stream()
                .flatMap(layer -> Vintages.ofName(layer.table()).stream())
                .distinct()
                .toList();
        return days.size() == 1
                ? new Recognised(NAME, days.get(0), "date in the name of the layer")
                : Vintages.recognised(NAME, probe);
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        LocalCopy copy = file.local();
        try {
            Connection connection = GeoPackageLayers.open(copy.path());
            return new Features(file.name(), copy, connection, GeoPackageLayers.read(connection));
        } catch (SQLException e) {
            copy.close();
            throw new BrokenFile(file.name() + " is cut or no GeoPackage: " + e.getMessage(), e);
        }
    }

    /** The features of all layers as records, numbered through. */
    private static final class Features extends LookAhead {

        private final String name;
        private final LocalCopy copy;
        private final Connection connection;
        private final Iterator<Layer> layers;
        private Layer layer;
        private Statement statement;
        private ResultSet rows;
        private long number;

        Features(String name, LocalCopy copy, Connection connection, List<Layer> layers) {
            this.name = name;
            this.copy = copy;
            this.connection = connection;
            this.layers = layers.iterator();
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
            rows = statement.executeQuery(layer.query());
        }

        private SourceRecord record() throws SQLException {
            number++;
            byte[] blob = rows.getBytes(5);
            try {
                return SourceRecord.of(
                        number,
                        layer.table(),
                        layer.niveau(),
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        layer.organization(),
                        (long) layer.srid(),
                        GeoPackageGeometry.wkb(blob));
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
}

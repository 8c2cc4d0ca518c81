package fr.maillage.source.geo;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.LocalCopy;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Vintages;
import fr.maillage.source.geo.GeoPackageLayers.Layer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
        return GeoPackageFeatures.open(
                file, GeoPackageLayers::read, GeoPackageLayers.CODES, (layer, codes, wkb) -> new Object[] {
                    layer.table(),
                    layer.niveau(),
                    codes[0],
                    codes[1],
                    codes[2],
                    codes[3],
                    layer.organization(),
                    (long) layer.srid(),
                    wkb
                });
    }
}

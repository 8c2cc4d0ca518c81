package fr.maillage.source.geo;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.LocalCopy;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.geo.GeoPackageLayers.Layer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Perimeters that a person draws, as a GeoPackage: layers with columns {@code identifiant}, {@code nom} and
 * {@code proprietaire}.
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
            if (layers(connection).isEmpty()) {
                return Optional.empty();
            }
        } catch (SQLException notAGeoPackage) {
            return Optional.empty();
        }
        List<Object[]> features = new ArrayList<>();
        try (RecordIterator records = records(probe.file(), Bronze.PERIMETRE)) {
            records.forEachRemaining(record -> features.add(record.values()));
        }
        return Optional.of(Perimetres.recognised(NAME, probe, features.stream().filter(Objects::nonNull)));
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return GeoPackageFeatures.open(
                file,
                PerimetresGeoPackage::layers,
                Perimetres.PROPRIETES,
                (layer, texts, wkb) -> Perimetres.record(texts, layer.organization() + ":" + layer.srid(), wkb));
    }

    private static List<Layer> layers(Connection connection) throws SQLException {
        return GeoPackageLayers.all(connection).stream()
                .filter(layer -> Perimetres.areOurs(layer.columns().keySet()))
                .toList();
    }
}

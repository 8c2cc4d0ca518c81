package fr.maillage.source.geo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Perimeters that a person draws, as GeoJSON: a feature collection whose features have the properties {@code identifiant},
 * {@code nom} and {@code proprietaire}.
 */
public final class PerimetresGeoJson implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "perimetres-geojson";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Territoires d’utilisateurs dessinés, au format GeoJSON";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.PERIMETRE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!GeoJsonFeatures.begin(probe)) {
            return Optional.empty();
        }
        try (GeoJsonCollection collection = new GeoJsonCollection(probe.file())) {
            JsonNode first = collection.next();
            if (first == null || !Perimetres.areOurs(first.path("properties"))) {
                return Optional.empty();
            }
            List<Object[]> features = new ArrayList<>();
            for (JsonNode feature = first; feature != null; feature = collection.next()) {
                features.add(values(feature.path("properties")));
            }
            return Optional.of(Perimetres.recognised(NAME, probe, features.stream()));
        } catch (BrokenFile cut) {
            // Reading it whole says where it is cut.
            String head = probe.text();
            boolean ours = head.contains("\"identifiant\"") && head.contains("\"proprietaire\"");
            return ours ? Optional.of(Vintages.recognised(NAME, probe)) : Optional.empty();
        }
    }

    private static String[] values(JsonNode properties) {
        return Perimetres.PROPRIETES.stream()
                .map(name -> properties.path(name).asText(null))
                .toArray(String[]::new);
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        try (GeoJsonCollection collection = new GeoJsonCollection(file)) {
            JsonNode feature = collection.next();
            while (feature != null) {
                feature = collection.next();
            }
            String crs = collection.crs();
            return new GeoJsonFeatures(
                    new GeoJsonCollection(file), (properties, wkb) -> Perimetres.record(values(properties), crs, wkb));
        }
    }
}

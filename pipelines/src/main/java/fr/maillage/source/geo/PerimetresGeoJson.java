package fr.maillage.source.geo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.LookAhead;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
        String head = probe.text();
        if (!head.contains("\"FeatureCollection\"") || !head.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try (GeoJsonCollection collection = new GeoJsonCollection(probe.file())) {
            JsonNode first = collection.next();
            if (first == null || !Perimetres.areOurs(first.path("properties"))) {
                return Optional.empty();
            }
            List<Object[]> features = new ArrayList<>();
            for (JsonNode feature = first; feature != null; feature = collection.next()) {
                features.add(properties(feature));
            }
            return Optional.of(Perimetres.recognised(NAME, probe, features.stream()));
        } catch (BrokenFile cut) {
            // Reading it whole says where it is cut.
            boolean ours = head.contains("\"identifiant\"") && head.contains("\"proprietaire\"");
            return ours ? Optional.of(Vintages.recognised(NAME, probe)) : Optional.empty();
        }
    }

    private static Object[] properties(JsonNode feature) {
        return Perimetres.PROPRIETES.stream()
                .map(name -> feature.path("properties").path(name).asText(null))
                .toArray();
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        try (GeoJsonCollection collection = new GeoJsonCollection(file)) {
            JsonNode feature = collection.next();
            while (feature != null) {
                feature = collection.next();
            }
            return new Features(new GeoJsonCollection(file), collection.crs());
        }
    }

    /** The features as records; their number in the file stands for the line. */
    private static final class Features extends LookAhead {

        private final GeoJsonCollection collection;
        private final String crs;
        private long number;

        Features(GeoJsonCollection collection, String crs) {
            this.collection = collection;
            this.crs = crs;
        }

        @Override
        protected SourceRecord advance() {
            JsonNode feature = collection.next();
            number++;
            if (feature == null) {
                return null;
            }
            if (!feature.path("properties").isObject()) {
                return SourceRecord.unreadable(number, "entite_illisible", feature.toString());
            }
            JsonNode geometry = feature.path("geometry");
            try {
                Object[] values = Arrays.copyOf(properties(feature), Perimetres.PROPRIETES.size() + 2);
                values[values.length - 2] = crs;
                values[values.length - 1] = geometry.isObject() ? GeoJsonGeometry.wkb(geometry) : null;
                return SourceRecord.of(number, values);
            } catch (IllegalArgumentException unreadable) {
                return SourceRecord.unreadable(number, "geometrie_illisible", feature.toString());
            }
        }

        @Override
        public void close() throws IOException {
            collection.close();
        }
    }
}

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
import java.util.List;
import java.util.Optional;

/**
 * Contours of territories as GeoJSON: a feature collection whose features have the properties {@code code} and
 * {@code nom}.
 */
public final class ContoursGeoJson implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "contours-geojson";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Contours de territoires au format GeoJSON";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.CONTOUR_GEOJSON);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        String head = probe.text();
        if (!head.contains("\"FeatureCollection\"") || !head.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try (GeoJsonCollection collection = new GeoJsonCollection(probe.file())) {
            JsonNode first = collection.next();
            boolean ours = first != null
                    && !Perimetres.areOurs(first.path("properties"))
                    && first.path("properties").hasNonNull("code")
                    && first.path("properties").has("nom");
            return ours ? Optional.of(Vintages.recognised(NAME, probe)) : Optional.empty();
        } catch (BrokenFile cut) {
            // A collection cut inside its first feature: reading it whole says where.
            return head.contains("\"code\"") ? Optional.of(Vintages.recognised(NAME, probe)) : Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        NiveauDesCodes codes = new NiveauDesCodes();
        String crs;
        try (GeoJsonCollection collection = new GeoJsonCollection(file)) {
            for (JsonNode feature = collection.next(); feature != null; feature = collection.next()) {
                JsonNode properties = feature.path("properties");
                codes.add(
                        properties.path("code").asText(), properties.path("nom").asText());
            }
            crs = collection.crs();
        }
        return new Features(new GeoJsonCollection(file), codes.niveau(), crs);
    }

    /** The features as records; their number in the file stands for the line. */
    private static final class Features extends LookAhead {

        private final GeoJsonCollection collection;
        private final String niveau;
        private final String crs;
        private long number;

        Features(GeoJsonCollection collection, String niveau, String crs) {
            this.collection = collection;
            this.niveau = niveau;
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
            JsonNode code = feature.path("properties").path("code");
            JsonNode nom = feature.path("properties").path("nom");
            JsonNode geometry = feature.path("geometry");
            try {
                byte[] wkb = geometry.isObject() ? GeoJsonGeometry.wkb(geometry) : null;
                return SourceRecord.of(number, niveau, code.asText(null), nom.asText(null), crs, wkb);
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

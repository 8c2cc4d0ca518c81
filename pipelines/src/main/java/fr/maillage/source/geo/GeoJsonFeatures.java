package fr.maillage.source.geo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.maillage.source.LookAhead;
import fr.maillage.source.Probe;
import fr.maillage.source.SourceRecord;
import java.io.IOException;

/** The features of a collection as records; their number in the file stands for the line. */
final class GeoJsonFeatures extends LookAhead {

    /** What a record holds of a feature. */
    interface Champs {

        /** @param wkb its geometry; null when it has none */
        Object[] of(JsonNode properties, byte[] wkb);
    }

    private final GeoJsonCollection collection;
    private final Champs champs;
    private long number;

    GeoJsonFeatures(GeoJsonCollection collection, Champs champs) {
        this.collection = collection;
        this.champs = champs;
    }

    /** Whether the content begins as a feature collection does. */
    static boolean begin(Probe probe) {
        String head = probe.text();
        return head.contains("\"FeatureCollection\"") && head.stripLeading().startsWith("{");
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
            byte[] wkb = geometry.isObject() ? GeoJsonGeometry.wkb(geometry) : null;
            return SourceRecord.of(number, champs.of(feature.path("properties"), wkb));
        } catch (IllegalArgumentException unreadable) {
            return SourceRecord.unreadable(number, "geometrie_illisible", feature.toString());
        }
    }

    @Override
    public void close() throws IOException {
        collection.close();
    }
}

package fr.maillage.serving.trajet;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.maillage.trajet.Point;
import fr.maillage.trajet.Trajets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** What is reached from a place within several times, as a GeoJSON file: the largest first, so that the others lie on it. */
public final class IsochroneGeoJson {

    private static final double TEN_CENTIMETRES = 1e6;

    private IsochroneGeoJson() {}

    /** Writes the file whole, or none. */
    public static void write(Path file, Trajets trajets, Point origine, List<Double> minutes) throws IOException {
        WholeFile.write(file, part -> {
            try (JsonGenerator json = new JsonFactory().createGenerator(part.toFile(), JsonEncoding.UTF8)) {
                json.writeStartObject();
                json.writeStringField("type", "FeatureCollection");
                json.writeArrayFieldStart("features");
                for (double limit : minutes.stream()
                        .sorted(Comparator.reverseOrder())
                        .distinct()
                        .toList()) {
                    feature(json, trajets, origine, limit);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private static void feature(JsonGenerator json, Trajets trajets, Point origine, double limit) throws IOException {
        Set<String> communes = trajets.communes(origine, limit).keySet();
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
        json.writeNumberField("minutes", limit);
        json.writeStringField("methode_trajet", trajets.methode());
        json.writeNumberField("longitude", origine.longitude());
        json.writeNumberField("latitude", origine.latitude());
        json.writeNumberField("nb_communes", communes.size());
        json.writeArrayFieldStart("communes");
        for (String commune : communes) {
            json.writeString(commune);
        }
        json.writeEndArray();
        json.writeEndObject();
        geometry(json, trajets.surface(origine, limit));
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void geometry(JsonGenerator json, Geometry surface) throws IOException {
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "MultiPolygon");
        json.writeArrayFieldStart("coordinates");
        for (int i = 0; i < surface.getNumGeometries(); i++) {
            // GeoJSON wants outer rings against the clock and holes with it.
            Polygon polygon = (Polygon) surface.getGeometryN(i).norm().reverse();
            json.writeStartArray();
            ring(json, polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                ring(json, polygon.getInteriorRingN(hole));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void ring(JsonGenerator json, LineString ring) throws IOException {
        json.writeStartArray();
        for (Coordinate place : ring.getCoordinates()) {
            json.writeStartArray();
            json.writeNumber(Math.rint(place.x * TEN_CENTIMETRES) / TEN_CENTIMETRES);
            json.writeNumber(Math.rint(place.y * TEN_CENTIMETRES) / TEN_CENTIMETRES);
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}

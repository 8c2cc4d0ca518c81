package fr.maillage.source.geo;

import com.fasterxml.jackson.databind.JsonNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/** A GeoJSON polygon or multipolygon as well-known binary; heights are left out. */
final class GeoJsonGeometry {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private GeoJsonGeometry() {}

    /**
     * The bytes of the geometry.
     *
     * @throws IllegalArgumentException when it is no polygon, or a ring is open or has a position that is no number
     */
    static byte[] wkb(JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        Geometry geometry =
                switch (node.path("type").asText()) {
                    case "Polygon" -> polygon(coordinates);
                    case "MultiPolygon" -> multiPolygon(coordinates);
                    default -> throw new IllegalArgumentException("type " + node.path("type"));
                };
        return new WKBWriter().write(geometry);
    }

    private static Geometry multiPolygon(JsonNode node) {
        Polygon[] polygons = new Polygon[array(node).size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = polygon(node.get(i));
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private static Polygon polygon(JsonNode node) {
        if (array(node).isEmpty()) {
            return FACTORY.createPolygon();
        }
        LinearRing[] holes = new LinearRing[node.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(node.get(i + 1));
        }
        return FACTORY.createPolygon(ring(node.get(0)), holes);
    }

    private static LinearRing ring(JsonNode node) {
        Coordinate[] coordinates = new Coordinate[array(node).size()];
        for (int i = 0; i < coordinates.length; i++) {
            JsonNode position = node.get(i);
            if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
                throw new IllegalArgumentException("position " + position);
            }
            coordinates[i] = new Coordinate(
                    position.get(0).doubleValue(), position.get(1).doubleValue());
        }
        return FACTORY.createLinearRing(coordinates);
    }

    private static JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("coordinates are no list");
        }
        return node;
    }
}

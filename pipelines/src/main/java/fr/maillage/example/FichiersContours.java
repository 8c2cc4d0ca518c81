package fr.maillage.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Contours of communes as GeoJSON in longitude and latitude, one file per département. */
final class FichiersContours {

    private FichiersContours() {}

    static void write(Territoire territoire, Dossier dossier) {
        Territoire.DEPARTEMENTS.forEach((code, nom) -> {
            String plain = Noms.majuscules(nom.replace(" (fictif)", ""))
                    .toLowerCase(Locale.ROOT)
                    .replace(' ', '-');
            dossier.write("contours/2025/communes-%s-%s.geojson".formatted(code, plain), lines(territoire, code));
        });
    }

    private static List<String> lines(Territoire territoire, String departement) {
        List<String> features = territoire.communes().stream()
                .filter(c -> c.departement().equals(departement))
                .map(FichiersContours::feature)
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> lines = new ArrayList<>();
        lines.add("{\"type\":\"FeatureCollection\",\"name\":\"" + Exemple.AVERTISSEMENT + "\",\"features\":[");
        for (int i = 0; i < features.size(); i++) {
            lines.add(features.get(i) + (i < features.size() - 1 ? "," : ""));
        }
        lines.add("]}");
        return lines;
    }

    private static String feature(Commune commune) {
        Geometry contour = commune.contour();
        String polygons = IntStream.range(0, contour.getNumGeometries())
                .mapToObj(i -> polygon((Polygon) contour.getGeometryN(i)))
                .collect(Collectors.joining(","));
        boolean isOne = contour.getNumGeometries() == 1;
        return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"%s\",\"coordinates\":%s},\"properties\":{\"code\":\"%s\",\"nom\":\"%s\"}}"
                .formatted(
                        isOne ? "Polygon" : "MultiPolygon",
                        isOne ? polygons : "[" + polygons + "]",
                        commune.code(),
                        commune.nom());
    }

    private static String polygon(Polygon polygon) {
        StringBuilder rings = new StringBuilder("[" + ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.append(',').append(ring(polygon.getInteriorRingN(i)));
        }
        return rings.append(']').toString();
    }

    private static String ring(LinearRing ring) {
        StringBuilder points = new StringBuilder("[");
        for (Coordinate point : ring.getCoordinates()) {
            double[] lonLat = Lambert93.lonLat(point.x, point.y);
            points.append(points.length() == 1 ? "[" : ",[")
                    .append(degrees(lonLat[0]))
                    .append(',')
                    .append(degrees(lonLat[1]))
                    .append(']');
        }
        return points.append(']').toString();
    }

    /** Five decimals, about a metre. */
    static String degrees(double value) {
        return String.valueOf(Math.rint(value * 1e5) / 1e5);
    }
}

package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Territoire;
import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.geo.Crs;
import fr.maillage.geo.Formes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Two hexagons side by side, a perimeter inside another, and one that is a list of communes. */
final class ZonesDessai {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private ZonesDessai() {}

    static Map<Niveau, List<Zone>> of(List<Commune> communes) {
        List<String> listed =
                communes.stream().map(Commune::code).sorted().limit(3).toList();
        return Map.of(
                TerritoireDessai.HEXAGONES,
                List.of(drawn("H1", hexagon(1.2, 46.3), communes), drawn("H2", hexagon(1.5, 46.3), communes)),
                TerritoireDessai.PERIMETRES,
                List.of(
                        drawn("grand", circle(1.45, 46.3, 0.28), communes),
                        new Zone("liste", null, 0, 30, listed, new LinkedHashSet<>(listed)),
                        drawn("petit", circle(1.45, 46.3, 0.1), communes)));
    }

    static List<Territoire> named(List<Zone> zones) {
        return zones.stream()
                .map(zone -> new Territoire(zone.code(), "Zone " + zone.code(), 1700L, zone.surface(), 18.5))
                .toList();
    }

    private static Zone drawn(String code, Geometry shape, List<Commune> communes) {
        List<String> touched = communes.stream()
                .filter(commune -> commune.contour() != null
                        && Formes.read(commune.contour()).intersects(shape))
                .map(Commune::code)
                .sorted()
                .toList();
        return new Zone(code, Formes.write(shape), Crs.WGS84, 400, touched, Set.of());
    }

    private static Geometry hexagon(double longitude, double latitude) {
        Coordinate[] corners = new Coordinate[7];
        for (int i = 0; i < 7; i++) {
            double angle = Math.PI / 3 * (i % 6) + Math.PI / 6;
            corners[i] = new Coordinate(longitude + 0.173 * Math.cos(angle), latitude + 0.12 * Math.sin(angle));
        }
        return FACTORY.createPolygon(corners);
    }

    private static Geometry circle(double longitude, double latitude, double radius) {
        return FACTORY.createPoint(new Coordinate(longitude, latitude)).buffer(radius);
    }
}

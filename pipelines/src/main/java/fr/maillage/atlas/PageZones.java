package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.geo.Formes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The shapes of a page that are not made of its cells: hexagons and perimeters, ring by ring.
 *
 * <p>Of each zone: its frame (0 when it cannot be drawn, else from 1), the number of rings, and of each ring the number of
 * vertices and the differences of column and row, as arcs have them.
 */
final class PageZones {

    private final Page page;
    private final Basemap basemap;
    private final PageMap map;
    private final Map<Cadre, Map<String, Geometry>> contours;
    private final Map<String, Cadre> cadres = new HashMap<>();
    private final Varints bytes = new Varints();

    /** @param contours simplified contours by commune, for every frame of the atlas */
    PageZones(Page page, Basemap basemap, PageMap map, Map<Cadre, Map<String, Geometry>> contours) {
        this.page = page;
        this.basemap = basemap;
        this.map = map;
        this.contours = contours;
        for (Commune commune : page.communes()) {
            cadres.put(commune.code(), Cadre.of(commune.departement()));
        }
        page.niveaux().stream().filter(page.zones()::containsKey).forEach(niveau -> page.zones().get(niveau).stream()
                .sorted(Comparator.comparing(Zone::code))
                .forEach(this::write));
    }

    /** Level after level in the order of the page, zone after zone in the order of their numbers. */
    byte[] bytes() {
        return bytes.bytes();
    }

    private void write(Zone zone) {
        Cadre cadre = zone.touchees().stream()
                .map(cadres::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Cadre.PRINCIPAL);
        Grid grid = map.grid(cadre);
        Geometry shape = grid == null ? null : shape(zone, cadre);
        if (shape == null || shape.isEmpty()) {
            bytes.unsigned(0);
            return;
        }
        List<Coordinate[]> rings = rings(shape);
        bytes.unsigned(map.number(cadre) + 1L).unsigned(rings.size());
        rings.forEach(ring -> write(ring, grid));
    }

    private Geometry shape(Zone zone, Cadre cadre) {
        Map<String, Geometry> known = contours.getOrDefault(cadre, Map.of());
        Stream<Geometry> communes = zone.entieres().stream().map(known::get);
        Stream<Geometry> own = zone.forme() == null
                ? Stream.empty()
                : Stream.of(basemap.shape(cadre, Formes.read(zone.forme()), zone.srid()));
        List<Geometry> parts =
                Stream.concat(own, communes).filter(Objects::nonNull).toList();
        if (parts.isEmpty()) {
            return null;
        }
        Geometry whole = parts.size() == 1 ? parts.get(0) : UnaryUnionOp.union(parts);
        return TopologyPreservingSimplifier.simplify(whole, page.detail().tolerance())
                .norm();
    }

    /** Outer rings one way, holes the other. */
    private static List<Coordinate[]> rings(Geometry shape) {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                rings.add(polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
        }
        return rings;
    }

    private void write(Coordinate[] ring, Grid grid) {
        bytes.unsigned(ring.length);
        int x = 0;
        int y = 0;
        for (Coordinate vertex : ring) {
            long at = grid.vertex(vertex);
            bytes.signed(Grid.x(at) - x).signed(Grid.y(at) - y);
            x = Grid.x(at);
            y = Grid.y(at);
        }
    }
}

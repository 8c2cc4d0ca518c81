package fr.maillage.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Land out of nothing: a coast with an estuary, cut into the Voronoi cells of given sites. Metres from its centre. */
final class Paysage {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Paysage() {}

    /** The mainland, its coast still smooth. */
    static Geometry terre() {
        Coordinate[] coast = new Coordinate[241];
        for (int i = 0; i < 240; i++) {
            double angle = 2 * Math.PI * i / 240;
            double radius = 43000
                    * (1
                            + 0.10 * StrictMath.sin(2 * angle + 0.9)
                            + 0.05 * StrictMath.sin(3 * angle + 2.1)
                            + 0.025 * StrictMath.sin(7 * angle + 1)
                            + 0.012 * StrictMath.sin(17 * angle));
            coast[i] = new Coordinate(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        }
        coast[240] = coast[0].copy();
        return GEOMETRIES.createPolygon(coast).difference(estuaire());
    }

    /** A funnel from the western sea to the centre. */
    private static Polygon estuaire() {
        List<Coordinate> ring = new ArrayList<>();
        List<Coordinate> north = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            double x = -70000 + 70000.0 * i / 40;
            double middle = 2200 * StrictMath.sin(x / 9000);
            double half = 350 + 5200 * (x / 70000) * (x / 70000);
            ring.add(new Coordinate(x, middle - half));
            north.add(0, new Coordinate(x, middle + half));
        }
        ring.addAll(north);
        ring.add(ring.get(0).copy());
        return GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** An oval: an island, or the clearing of an enclave. */
    static Polygon ovale(double x, double y, double width, double height) {
        Coordinate[] ring = new Coordinate[37];
        for (int i = 0; i < 36; i++) {
            double angle = 2 * Math.PI * i / 36;
            ring[i] = rounded(x + width / 2 * StrictMath.cos(angle), y + height / 2 * StrictMath.sin(angle));
        }
        ring[36] = ring[0].copy();
        return GEOMETRIES.createPolygon(ring);
    }

    /** The part of the land that is nearest to each site, in the order of the sites. */
    static List<Geometry> cellules(List<Coordinate> sites, Geometry land) {
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(land.getEnvelopeInternal());
        Map<Coordinate, Geometry> bySite = new HashMap<>();
        Geometry diagram = builder.getDiagram(GEOMETRIES);
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry cell = diagram.getGeometryN(i);
            bySite.put((Coordinate) cell.getUserData(), cell);
        }
        return sites.stream().map(site -> onLand(bySite.get(site), land)).toList();
    }

    /** To the centimetre, so that neighbours that met the coast at one point have that very point. */
    private static Geometry onLand(Geometry cell, Geometry land) {
        Geometry part = cell.intersection(land).copy();
        part.apply((Coordinate point) -> point.setCoordinate(rounded(point.x, point.y)));
        part.geometryChanged();
        return part;
    }

    private static Coordinate rounded(double x, double y) {
        return new Coordinate(Math.rint(x * 100) / 100, Math.rint(y * 100) / 100);
    }
}

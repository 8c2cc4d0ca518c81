package fr.maillage.source.geo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/**
 * A polygon of a shapefile as well-known binary; heights and measures are left out.
 *
 * <p>A shapefile lists rings without saying which is whose: one that runs clockwise is a shell, another a hole of the
 * smallest shell around it. A hole in no shell is kept as a shell, so that no ring is lost.
 */
final class ShapePolygon {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int NULL_SHAPE = 0;
    private static final int START = 44;
    private static final int POINT = 16;

    /** A ring around others, and those cut out of it. */
    private record Shell(LinearRing ring, List<LinearRing> holes) {

        boolean isAround(LinearRing hole) {
            return ring.getEnvelopeInternal().contains(hole.getEnvelopeInternal()) && isInside(hole.getCoordinates());
        }

        /** The first point that does not lie on the ring decides. */
        private boolean isInside(Coordinate[] points) {
            for (Coordinate point : points) {
                int location = PointLocation.locateInRing(point, ring.getCoordinates());
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return false;
        }

        Polygon polygon() {
            return FACTORY.createPolygon(ring, holes.toArray(LinearRing[]::new));
        }
    }

    private ShapePolygon() {}

    /** Whether shapes of this type are polygons: flat, with heights, with measures. */
    static boolean isPolygon(int type) {
        return type == 5 || type == 15 || type == 25;
    }

    /**
     * The bytes of the geometry; null for a null shape.
     *
     * @param content the record of the shape, without its header
     * @throws IllegalArgumentException when it is no polygon, or a ring is open or has a position that is no number
     */
    static byte[] wkb(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length >= 4 && bytes.getInt(0) == NULL_SHAPE) {
            return null;
        }
        if (content.length < START || !isPolygon(bytes.getInt(0))) {
            throw new IllegalArgumentException("no polygon");
        }
        List<Polygon> polygons =
                shells(rings(bytes)).stream().map(Shell::polygon).toList();
        return new WKBWriter()
                .write(
                        polygons.size() == 1
                                ? polygons.get(0)
                                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)));
    }

    private static List<LinearRing> rings(ByteBuffer bytes) {
        long parts = bytes.getInt(36);
        long points = bytes.getInt(40);
        if (parts < 0 || points < 0 || START + 4 * parts + POINT * points > bytes.capacity()) {
            throw new IllegalArgumentException("more points than bytes");
        }
        List<LinearRing> rings = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = bytes.getInt(START + 4 * part);
            int to = part + 1 < parts ? bytes.getInt(START + 4 * part + 4) : (int) points;
            if (from < 0 || from > to || to > points) {
                throw new IllegalArgumentException("rings out of order");
            }
            rings.add(ring(bytes, START + 4 * (int) parts, from, to));
        }
        return rings;
    }

    private static LinearRing ring(ByteBuffer bytes, int start, int from, int to) {
        Coordinate[] coordinates = new Coordinate[to - from];
        for (int i = 0; i < coordinates.length; i++) {
            int at = start + POINT * (from + i);
            Coordinate point = new Coordinate(bytes.getDouble(at), bytes.getDouble(at + 8));
            if (!point.isValid()) {
                throw new IllegalArgumentException("position " + point);
            }
            coordinates[i] = point;
        }
        if (coordinates.length < 4) {
            throw new IllegalArgumentException("ring of " + coordinates.length + " points");
        }
        return FACTORY.createLinearRing(coordinates);
    }

    private static List<Shell> shells(List<LinearRing> rings) {
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (LinearRing ring : rings) {
            if (Orientation.isCCW(ring.getCoordinates())) {
                holes.add(ring);
            } else {
                shells.add(new Shell(ring, new ArrayList<>()));
            }
        }
        List<Shell> astray = new ArrayList<>();
        for (LinearRing hole : holes) {
            around(shells, hole)
                    .ifPresentOrElse(
                            shell -> shell.holes.add(hole), () -> astray.add(new Shell(hole, new ArrayList<>())));
        }
        shells.addAll(astray);
        return shells;
    }

    private static Optional<Shell> around(List<Shell> shells, LinearRing hole) {
        return shells.stream().filter(shell -> shell.isAround(hole)).min(Comparator.comparingDouble(shell -> shell.ring
                .getEnvelopeInternal()
                .getArea()));
    }
}

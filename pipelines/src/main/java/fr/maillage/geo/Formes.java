package fr.maillage.geo;

import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Shapes as well-known binary: carried from one reference system to another, and laid over each other. */
public final class Formes {

    /** Sides are cut to this length before they are bent: a kilometre or two. */
    private static final double LONGEST_DEGREES = 0.02;

    private static final double LONGEST_METRES = 2_000;

    private Formes() {}

    public static Geometry read(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("A checked geometry is no well-known binary", e);
        }
    }

    public static byte[] write(Geometry geometry) {
        return new WKBWriter().write(geometry);
    }

    /** The shape in another system; empty when a part of it has no place there. */
    public static Geometry transform(Geometry geometry, int from, int to) {
        if (from == to) {
            return geometry;
        }
        double longest = Crs.isGeographic(from) ? LONGEST_DEGREES : LONGEST_METRES;
        boolean[] lost = {false};
        Geometry carried = new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence sequence, Geometry parent) {
                Coordinate[] there = carried(sequence, from, to);
                lost[0] |= there == null;
                return there == null ? sequence : createCoordinateSequence(there);
            }
        }.transform(Densifier.densify(geometry, longest));
        if (lost[0]) {
            return geometry.getFactory().createPolygon();
        }
        return carried.isValid() ? carried : GeometryFixer.fix(carried);
    }

    private static Coordinate[] carried(CoordinateSequence sequence, int from, int to) {
        double[] flat = new double[2 * sequence.size()];
        for (int i = 0; i < sequence.size(); i++) {
            flat[2 * i] = sequence.getX(i);
            flat[2 * i + 1] = sequence.getY(i);
        }
        double[] there = Crs.transform(from, to, flat);
        Coordinate[] result = new Coordinate[sequence.size()];
        for (int i = 0; i < result.length; i++) {
            if (Double.isNaN(there[2 * i])) {
                return null;
            }
            result[i] = new Coordinate(there[2 * i], there[2 * i + 1]);
        }
        return result;
    }

    /** A box in longitude and latitude around a box of another system, a little larger; null when it has no place there. */
    public static Envelope boite(double xMin, double yMin, double xMax, double yMax, int srid) {
        double x = (xMin + xMax) / 2;
        double y = (yMin + yMax) / 2;
        double[] there = Crs.transform(
                srid, Crs.WGS84, xMin, yMin, x, yMin, xMax, yMin, xMax, y, xMax, yMax, x, yMax, xMin, yMax, xMin, y);
        Envelope box = new Envelope();
        for (int i = 0; i < there.length; i += 2) {
            if (Double.isNaN(there[i])) {
                return null;
            }
            box.expandToInclude(there[i], there[i + 1]);
        }
        box.expandBy(0.02 * box.getWidth(), 0.02 * box.getHeight());
        return box;
    }

    /** The share of a territory's area that lies in a shape of the same system, 0 to 1. */
    public static double part(Geometry territory, Geometry shape) {
        double area = territory.getArea();
        if (area == 0 || !shape.getEnvelopeInternal().intersects(territory.getEnvelopeInternal())) {
            return 0;
        }
        double common = OverlayNGRobust.overlay(territory, shape, OverlayNG.INTERSECTION)
                .getArea();
        return Math.min(1, common / area);
    }

    /** A shape without another. */
    public static Geometry difference(Geometry shape, Geometry out) {
        return OverlayNGRobust.overlay(shape, out, OverlayNG.DIFFERENCE);
    }

    /** The union of shapes. */
    public static Geometry union(Iterable<Geometry> shapes) {
        Geometry union = null;
        for (Geometry shape : shapes) {
            union = union == null ? shape : OverlayNGRobust.overlay(union, shape, OverlayNG.UNION);
        }
        return union;
    }
}

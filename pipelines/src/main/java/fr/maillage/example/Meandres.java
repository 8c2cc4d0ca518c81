package fr.maillage.example;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Bends straight borders as rivers and ridges do, and sets them down in Lambert-93.
 *
 * <p>Shared borders stay shared: a segment is cut at the same points from whichever end it is walked, and the bending
 * is one smooth displacement of the whole plane, gentle enough never to fold it.
 */
final class Meandres extends GeometryTransformer {

    // The Bay of Biscay, inside the area of Lambert-93: no real commune is there.
    private static final double X_CENTRE = 200000;
    private static final double Y_CENTRE = 6560000;

    private static final double STEP = 280;

    /** The contour with its borders bent, in Lambert-93 metres. */
    static Geometry bend(Geometry straight) {
        return new Meandres().transform(straight);
    }

    /** Where a point of the straight plane comes to stand in Lambert-93. */
    static Coordinate bend(double x, double y) {
        return new Coordinate(X_CENTRE + x + wave(x, y, 0.3), Y_CENTRE + y + wave(y, x, 2.2));
    }

    private static double wave(double along, double across, double phase) {
        return 400 * StrictMath.sin(across / 1500 + phase + 0.7 * StrictMath.sin(along / 5100))
                + 110 * StrictMath.sin(across / 520 + along / 1900 + 3 * phase)
                + 30 * StrictMath.sin(across / 190 - along / 370 + phase);
    }

    @Override
    protected CoordinateSequence transformCoordinates(CoordinateSequence line, Geometry parent) {
        List<Coordinate> bent = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            cut(line.getCoordinate(i - 1), line.getCoordinate(i), bent);
        }
        bent.add(bent.get(0).copy());
        return new CoordinateArraySequence(bent.toArray(Coordinate[]::new));
    }

    private static void cut(Coordinate from, Coordinate to, List<Coordinate> bent) {
        boolean forth = from.compareTo(to) <= 0;
        Coordinate low = forth ? from : to;
        Coordinate high = forth ? to : from;
        int pieces = (int) Math.ceil(low.distance(high) / STEP);
        for (int i = 0; i < pieces; i++) {
            double share = (double) (forth ? i : pieces - i) / pieces;
            bent.add(bend(low.x + share * (high.x - low.x), low.y + share * (high.y - low.y)));
        }
    }
}

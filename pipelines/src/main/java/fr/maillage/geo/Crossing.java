package fr.maillage.geo;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * How the segment from a reference point C to a point P meets an edge AB, decided exactly.
 *
 * <p>A vertex that lies on the line CP counts as lying on its right: that is the same as moving the line by an
 * infinitely small step to the left, so a segment that passes through a vertex crosses one of its two edges or both,
 * as it should. C must not lie on the edge; P may.
 */
final class Crossing {

    static final int NONE = 0;
    static final int CROSSED = 1;
    /** P lies on the edge or on one of its ends. */
    static final int ON = 2;

    // Shewchuk's bound for the sign of a 2 × 2 determinant of differences, (3 + 16ε)ε with ε = 2⁻⁵³.
    private static final double ERROR = 3.3306690738754716e-16;

    private Crossing() {}

    static int of(double cx, double cy, double px, double py, double ax, double ay, double bx, double by) {
        double ux = px - cx;
        double uy = py - cy;
        double al = ux * (ay - cy);
        double ar = uy * (ax - cx);
        double bl = ux * (by - cy);
        double br = uy * (bx - cx);
        double a = al - ar;
        double b = bl - br;
        double aSure = Math.abs(a) - ERROR * (Math.abs(al) + Math.abs(ar));
        double bSure = Math.abs(b) - ERROR * (Math.abs(bl) + Math.abs(br));
        // Few branches, and only one that cannot be foretold: this is where the time of a lookup goes.
        if (Math.min(aSure, bSure) <= 0) {
            return exact(cx, cy, px, py, ax, ay, bx, by);
        }
        if (a > 0 == b > 0) {
            return NONE;
        }
        int side = side(ax, ay, bx, by, px, py);
        if (side == 0) {
            return ON;
        }
        return side == side(ax, ay, bx, by, cx, cy) ? NONE : CROSSED;
    }

    /** Whether P lies on the edge or on one of its ends. */
    static boolean isOn(double px, double py, double ax, double ay, double bx, double by) {
        return px >= Math.min(ax, bx)
                && px <= Math.max(ax, bx)
                && py >= Math.min(ay, by)
                && py <= Math.max(ay, by)
                && side(ax, ay, bx, by, px, py) == 0;
    }

    private static int exact(double cx, double cy, double px, double py, double ax, double ay, double bx, double by) {
        if (isOn(px, py, ax, ay, bx, by)) {
            return ON;
        }
        boolean aLeft = side(cx, cy, px, py, ax, ay) > 0;
        boolean bLeft = side(cx, cy, px, py, bx, by) > 0;
        boolean parted = aLeft != bLeft && side(ax, ay, bx, by, px, py) != side(ax, ay, bx, by, cx, cy);
        return parted ? CROSSED : NONE;
    }

    /** 1 when Q is left of AB, -1 right, 0 on its line; in double-double arithmetic where doubles are not sure. */
    private static int side(double ax, double ay, double bx, double by, double qx, double qy) {
        double left = (bx - ax) * (qy - ay);
        double right = (by - ay) * (qx - ax);
        double determinant = left - right;
        double error = ERROR * (Math.abs(left) + Math.abs(right));
        if (determinant > error) {
            return 1;
        }
        return determinant < -error ? -1 : CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, qx, qy);
    }
}

package fr.maillage.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of many territories while an index is built; an edge that two neighbours share is kept once, with both.
 *
 * <p>Edge {@code e} goes from point {@code e} to point {@code e + 1} of {@link #points}: edges that follow each other on
 * a ring share their point, which keeps the edges of a cell close together in memory.
 */
final class Edges {

    static final int NOBODY = -1;

    private double[] points = new double[1 << 12];
    private int nbPoints;
    // First and second territory of the edge that starts at a point; NOBODY twice where a chain of edges ends.
    private int[] first = new int[1 << 11];
    private int[] second = new int[1 << 11];
    private int[] seen = new int[1 << 12];
    private int nbEdges;

    double xMin = Double.POSITIVE_INFINITY;
    double yMin = Double.POSITIVE_INFINITY;
    double xMax = Double.NEGATIVE_INFINITY;
    double yMax = Double.NEGATIVE_INFINITY;

    Edges() {
        Arrays.fill(seen, NOBODY);
    }

    /** Takes the rings of all polygons of the geometry as borders of the territory; points and lines count for nothing. */
    void add(int territory, Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                add(territory, polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    add(territory, polygon.getInteriorRingN(hole));
                }
            }
        }
    }

    private void add(int territory, LinearRing ring) {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        boolean follows = false;
        for (int i = 1; i < sequence.size(); i++) {
            double ax = sequence.getX(i - 1);
            double ay = sequence.getY(i - 1);
            double bx = sequence.getX(i);
            double by = sequence.getY(i);
            if (ax != bx || ay != by) {
                follows = add(territory, follows, ax, ay, bx, by);
            }
        }
    }

    /** Whether the edge was new, so that the next one may follow it. */
    private boolean add(int territory, boolean follows, double ax, double ay, double bx, double by) {
        int slot = slot(ax, ay, bx, by);
        for (; seen[slot] != NOBODY; slot = (slot + 1) & (seen.length - 1)) {
            int edge = seen[slot];
            if (second[edge] == NOBODY && first[edge] != territory && isSame(edge, ax, ay, bx, by)) {
                second[edge] = territory;
                return false;
            }
        }
        if (!follows) {
            point(ax, ay);
        }
        int edge = nbPoints - 1;
        point(bx, by);
        first[edge] = territory;
        seen[slot] = edge;
        if (++nbEdges * 2 > seen.length) {
            rehash();
        }
        return true;
    }

    private void point(double x, double y) {
        if (nbPoints == first.length) {
            first = Arrays.copyOf(first, nbPoints * 2);
            second = Arrays.copyOf(second, nbPoints * 2);
            points = Arrays.copyOf(points, nbPoints * 4);
        }
        first[nbPoints] = NOBODY;
        second[nbPoints] = NOBODY;
        points[2 * nbPoints] = x;
        points[2 * nbPoints + 1] = y;
        nbPoints++;
        xMin = Math.min(xMin, x);
        yMin = Math.min(yMin, y);
        xMax = Math.max(xMax, x);
        yMax = Math.max(yMax, y);
    }

    private boolean isSame(int edge, double ax, double ay, double bx, double by) {
        double cx = points[2 * edge];
        double cy = points[2 * edge + 1];
        double dx = points[2 * edge + 2];
        double dy = points[2 * edge + 3];
        return (ax == dx && ay == dy && bx == cx && by == cy) || (ax == cx && ay == cy && bx == dx && by == dy);
    }

    /** The same for both directions of an edge. */
    private int slot(double ax, double ay, double bx, double by) {
        long hash = hash(ax, ay) + hash(bx, by);
        hash ^= hash >>> 32;
        return (int) hash & (seen.length - 1);
    }

    private static long hash(double x, double y) {
        // Adding zero makes -0.0 and 0.0 the same bits.
        long hash = Double.doubleToRawLongBits(x + 0.0) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 31) ^ Double.doubleToRawLongBits(y + 0.0)) * 0xBF58476D1CE4E5B9L;
        return hash ^ (hash >>> 29);
    }

    private void rehash() {
        seen = new int[seen.length * 2];
        Arrays.fill(seen, NOBODY);
        for (int edge = 0; edge < nbPoints; edge++) {
            if (first[edge] != NOBODY) {
                int slot = slot(points[2 * edge], points[2 * edge + 1], points[2 * edge + 2], points[2 * edge + 3]);
                while (seen[slot] != NOBODY) {
                    slot = (slot + 1) & (seen.length - 1);
                }
                seen[slot] = edge;
            }
        }
    }

    int nbEdges() {
        return nbEdges;
    }

    /** Upper end of the edge numbers; not every number below is an edge. */
    int end() {
        return nbPoints;
    }

    boolean isEdge(int edge) {
        return first[edge] != NOBODY;
    }

    int first(int edge) {
        return first[edge];
    }

    /** The other territory that has this edge; {@link #NOBODY} when there is none. */
    int second(int edge) {
        return second[edge];
    }

    double[] points() {
        return points;
    }

    double[] trimmedPoints() {
        return Arrays.copyOf(points, 2 * nbPoints);
    }
}

package fr.maillage.gold;

import fr.maillage.geo.Distances;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The largest distance between two of many points, on the ellipsoid.
 *
 * <p>Pairs are compared on the sphere, where a comparison is three multiplications; only those that come close to the
 * largest are measured on the ellipsoid, which differs by 1 % at most.
 */
final class Etendue {

    /** Sphere and ellipsoid differ by less than this share: radii of curvature go from 6,335 to 6,400 km. */
    private static final double MARGIN = 0.015;

    private static final double METRES_PER_KM = 1000;

    private Etendue() {}

    /**
     * In kilometres; null with fewer than two points.
     *
     * @param points longitude and latitude in degrees
     */
    static Double km(List<double[]> points) {
        if (points.size() < 2) {
            return null;
        }
        List<double[]> places = distinct(points);
        double[][] directions = places.stream().map(Etendue::direction).toArray(double[][]::new);
        double largest = 0;
        for (int i = 0; i < directions.length; i++) {
            for (int j = 0; j < i; j++) {
                largest = Math.max(largest, chord(directions[i], directions[j]));
            }
        }
        // A chord shrinks faster than its arc: the margin on arcs is kept on squared chords by doubling it.
        return onEllipsoid(places, directions, largest * (1 - 2 * MARGIN)) / METRES_PER_KM;
    }

    private static double onEllipsoid(List<double[]> places, double[][] directions, double atLeast) {
        double metres = 0;
        for (int i = 0; i < directions.length; i++) {
            for (int j = 0; j < i; j++) {
                if (chord(directions[i], directions[j]) >= atLeast) {
                    double[] a = places.get(i);
                    double[] b = places.get(j);
                    metres = Math.max(metres, Distances.metres(a[0], a[1], b[0], b[1]));
                }
            }
        }
        return metres;
    }

    private static List<double[]> distinct(List<double[]> points) {
        Set<List<Double>> seen = new HashSet<>();
        List<double[]> places = new ArrayList<>();
        for (double[] point : points) {
            if (seen.add(List.of(point[0], point[1]))) {
                places.add(point);
            }
        }
        return places;
    }

    private static double[] direction(double[] point) {
        double longitude = Math.toRadians(point[0]);
        double latitude = Math.toRadians(point[1]);
        double parallel = Math.cos(latitude);
        return new double[] {parallel * Math.cos(longitude), parallel * Math.sin(longitude), Math.sin(latitude)};
    }

    /** Square of the straight distance between two points of the unit sphere. */
    private static double chord(double[] a, double[] b) {
        double x = a[0] - b[0];
        double y = a[1] - b[1];
        double z = a[2] - b[2];
        return x * x + y * y + z * z;
    }
}

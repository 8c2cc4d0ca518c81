package fr.maillage.geo;

import fr.maillage.MaillageException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;

/**
 * Reference systems by their EPSG code, and coordinates from one to another.
 *
 * <p>Longitude comes first, always, whatever the EPSG register says of a system. The first use reads the register and
 * takes about two seconds; after that a call for many points is far cheaper than many calls for one.
 */
public final class Crs {

    /** Longitude and latitude of the world, as satellites give them. */
    public static final int WGS84 = 4326;

    /** Lambert-93, of mainland France and Corsica. */
    public static final int LAMBERT_93 = 2154;

    private static final Map<Integer, CoordinateReferenceSystem> SYSTEMS = new ConcurrentHashMap<>();
    private static final Map<Long, MathTransform> TRANSFORMS = new ConcurrentHashMap<>();

    private Crs() {}

    /** Whether the code is in the register. */
    public static boolean isKnown(int srid) {
        try {
            system(srid);
            return true;
        } catch (MaillageException unknown) {
            return false;
        }
    }

    /** Whether coordinates of the system are angles, in degrees. */
    public static boolean isGeographic(int srid) {
        // The usual case is answered without the register.
        return srid == WGS84 || (srid != LAMBERT_93 && system(srid) instanceof GeographicCRS);
    }

    /**
     * The coordinates {@code x, y, x, y, …} in another system, in a new array; NaN for points that have no place in it.
     */
    public static double[] transform(int from, int to, double... coordinates) {
        if (from == to) {
            return coordinates.clone();
        }
        double[] result = new double[coordinates.length];
        MathTransform transform = between(from, to);
        if (!areFinite(coordinates) || !allAtOnce(transform, coordinates, result)) {
            oneByOne(transform, coordinates, result);
        }
        return result;
    }

    private static boolean allAtOnce(MathTransform transform, double[] coordinates, double[] result) {
        try {
            transform.transform(coordinates, 0, result, 0, coordinates.length / 2);
            return areFinite(result);
        } catch (TransformException | IllegalArgumentException onePointAtLeast) {
            return false;
        }
    }

    private static void oneByOne(MathTransform transform, double[] coordinates, double[] result) {
        for (int i = 0; i < coordinates.length; i += 2) {
            double[] point = {coordinates[i], coordinates[i + 1]};
            if (!areFinite(point) || !isTransformed(transform, point, result, i)) {
                result[i] = Double.NaN;
                result[i + 1] = Double.NaN;
            }
        }
    }

    private static boolean isTransformed(MathTransform transform, double[] point, double[] result, int at) {
        try {
            transform.transform(point, 0, result, at, 1);
            return Double.isFinite(result[at]) && Double.isFinite(result[at + 1]);
        } catch (TransformException | IllegalArgumentException outside) {
            return false;
        }
    }

    private static boolean areFinite(double[] coordinates) {
        for (double coordinate : coordinates) {
            if (!Double.isFinite(coordinate)) {
                return false;
            }
        }
        return true;
    }

    /** The way from one system to another; safe to share between threads. */
    public static MathTransform between(int from, int to) {
        return TRANSFORMS.computeIfAbsent((long) from << 32 | to, pair -> {
            try {
                return CRS.findMathTransform(system(from), system(to), true);
            } catch (FactoryException e) {
                throw new MaillageException(
                        "Cannot convert coordinates from EPSG:" + from + " to EPSG:" + to + ": " + e.getMessage(), e);
            }
        });
    }

    private static CoordinateReferenceSystem system(int srid) {
        return SYSTEMS.computeIfAbsent(srid, code -> {
            try {
                return CRS.decode("EPSG:" + code, true);
            } catch (FactoryException e) {
                throw new MaillageException(
                        "Cannot read coordinates in EPSG:" + code + ": the code is not in the register. "
                                + "Give the EPSG code of the file's reference system.",
                        e);
            }
        });
    }
}

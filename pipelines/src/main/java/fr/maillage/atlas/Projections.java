package fr.maillage.atlas;

import fr.maillage.MaillageException;
import java.util.HashMap;
import java.util.Map;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Geometry;

/** Brings geometries into the reference system they are drawn in; x is always east. */
final class Projections {

    static final int WGS84 = 4326;
    private static final int LAMBERT_93 = 2154;

    private final Map<String, MathTransform> transforms = new HashMap<>();

    /** The same geometry in another system. */
    Geometry project(Geometry geometry, int from, int to) {
        if (from == to) {
            return geometry;
        }
        try {
            return JTS.transform(geometry, transform(from, to));
        } catch (TransformException e) {
            throw new MaillageException(
                    "Cannot draw a contour: its coordinates do not fit EPSG:" + from + ". Check the boundary file.", e);
        }
    }

    /**
     * The system in which a territory around this place is drawn: Lambert-93 in the mainland, its UTM zone elsewhere
     * (a fictional territory may lie anywhere).
     */
    static int around(double longitude, double latitude) {
        boolean mainland = longitude > -9.9 && longitude < 10.4 && latitude > 41 && latitude < 51.6;
        if (mainland) {
            return LAMBERT_93;
        }
        int zone = (int) Math.floor((longitude + 180) / 6) + 1;
        return (latitude < 0 ? 32700 : 32600) + Math.min(60, Math.max(1, zone));
    }

    private MathTransform transform(int from, int to) {
        return transforms.computeIfAbsent(from + ">" + to, key -> {
            try {
                return CRS.findMathTransform(system(from), system(to), true);
            } catch (FactoryException e) {
                throw new IllegalStateException("no way from EPSG:" + from + " to EPSG:" + to, e);
            }
        });
    }

    private static CoordinateReferenceSystem system(int srid) throws FactoryException {
        return CRS.decode("EPSG:" + srid, true);
    }
}

package fr.maillage.atlas;

import fr.maillage.MaillageException;
import fr.maillage.geo.Crs;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.locationtech.jts.geom.Geometry;

/** Brings geometries into the reference system they are drawn in; x is always east. */
final class Projections {

    private Projections() {}

    /** The same geometry in another system. */
    static Geometry project(Geometry geometry, int from, int to) {
        if (from == to) {
            return geometry;
        }
        try {
            return JTS.transform(geometry, Crs.between(from, to));
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
            return Crs.LAMBERT_93;
        }
        int zone = (int) Math.floor((longitude + 180) / 6) + 1;
        return (latitude < 0 ? 32700 : 32600) + Math.min(60, Math.max(1, zone));
    }
}

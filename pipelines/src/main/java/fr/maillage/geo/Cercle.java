package fr.maillage.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What lies within a distance of a place, along the shortest way on the ellipsoid. */
public final class Cercle {

    private static final int CORNERS = 180;

    /** The polygon is as large as the circle: its corners lie as far outside as its sides lie inside (0.02 % at most). */
    private static final double OUTWARD = Math.sqrt(2 * Math.PI / CORNERS / Math.sin(2 * Math.PI / CORNERS));

    private Cercle() {}

    /** A polygon of 180 corners in longitude and latitude. */
    public static Polygon around(double longitude, double latitude, double metres) {
        Coordinate[] corners = new Coordinate[CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            GeodesicData corner = Geodesic.WGS84.Direct(
                    latitude,
                    longitude,
                    -360.0 * i / CORNERS,
                    metres * OUTWARD,
                    GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
            corners[i] = new Coordinate(corner.lon2, corner.lat2);
        }
        corners[CORNERS] = corners[0].copy();
        return new GeometryFactory().createPolygon(corners);
    }
}

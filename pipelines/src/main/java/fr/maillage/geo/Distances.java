package fr.maillage.geo;

import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Distances in metres on the ellipsoid. */
public final class Distances {

    private Distances() {}

    /** Between two points given as longitude and latitude, along the shortest way; good to a millimetre. */
    public static double metres(double longitude1, double latitude1, double longitude2, double latitude2) {
        return Geodesic.WGS84.Inverse(latitude1, longitude1, latitude2, longitude2).s12;
    }

    /** Between two points of one system. */
    public static double metres(int srid, double x1, double y1, double x2, double y2) {
        double[] places = Crs.transform(srid, Crs.WGS84, x1, y1, x2, y2);
        return metres(places[0], places[1], places[2], places[3]);
    }

    /**
     * From a point to the nearest point of a territory in the same system; 0 inside and on the border, NaN when the
     * territory is empty.
     *
     * <p>The nearest point is looked for in the plane; degrees of longitude are first shortened to what they measure at
     * the point's latitude.
     */
    public static double metres(int srid, double x, double y, Geometry territory) {
        if (territory == null || territory.isEmpty()) {
            return Double.NaN;
        }
        double shortening = shortening(srid, y);
        Geometry plane = AffineTransformation.scaleInstance(shortening, 1).transform(territory);
        Coordinate point = new Coordinate(x * shortening, y);
        Coordinate nearest = new DistanceOp(territory.getFactory().createPoint(point), plane).nearestPoints()[1];
        if (nearest.equals2D(point)) {
            return 0;
        }
        return metres(srid, x, y, nearest.x / shortening, nearest.y);
    }

    /** How much shorter a unit of x is than a unit of y, at this y. */
    static double shortening(int srid, double y) {
        return Crs.isGeographic(srid) ? Math.max(Math.cos(Math.toRadians(y)), 1e-6) : 1;
    }
}

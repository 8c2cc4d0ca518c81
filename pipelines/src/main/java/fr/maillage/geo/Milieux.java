package fr.maillage.geo;

import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** A point that stands for a territory. */
public final class Milieux {

    private Milieux() {}

    /**
     * The middle of the largest part of a territory, in its own system; where that lies outside, a point inside. Null for
     * nothing.
     */
    public static Coordinate of(Geometry territory) {
        if (territory == null || territory.isEmpty()) {
            return null;
        }
        Geometry largest = largest(territory);
        Coordinate middle = largest.getCentroid().getCoordinate();
        boolean outside = SimplePointInAreaLocator.locate(middle, largest) == Location.EXTERIOR;
        return outside ? largest.getInteriorPoint().getCoordinate() : middle;
    }

    private static Geometry largest(Geometry territory) {
        Geometry largest = territory.getGeometryN(0);
        for (int i = 1; i < territory.getNumGeometries(); i++) {
            Geometry part = territory.getGeometryN(i);
            largest = part.getArea() > largest.getArea() ? part : largest;
        }
        return largest;
    }
}

package fr.maillage.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Areas of territories on the ground. */
public final class Surfaces {

    private static final double SEMI_MAJOR = 6_378_137;
    private static final double ECCENTRICITY = Math.sqrt(0.00669437999014132);

    private Surfaces() {}

    /**
     * Area in square kilometres: in the plane for a system in metres, on the ellipsoid for one in degrees.
     *
     * <p>A system in metres is taken at its word: Lambert-93 is off by up to 0.5 % at the ends of the country.
     */
    public static double km2(int srid, Geometry territory) {
        Geometry plane = Crs.isGeographic(srid) ? equalArea(territory) : territory;
        return plane.getArea() / 1e6;
    }

    /** Drawn so that every square metre on the ellipsoid is one on the paper. */
    private static Geometry equalArea(Geometry territory) {
        Geometry copy = territory.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                sequence.setOrdinate(i, 0, Math.toRadians(sequence.getX(i)) * SEMI_MAJOR);
                sequence.setOrdinate(i, 1, SEMI_MAJOR / 2 * q(Math.sin(Math.toRadians(sequence.getY(i)))));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    // Snyder, Map Projections: A Working Manual (1987), equation 3-12.
    private static double q(double sine) {
        double es = ECCENTRICITY * sine;
        double logarithm = Math.log((1 + es) / (1 - es)) / (2 * ECCENTRICITY);
        return (1 - ECCENTRICITY * ECCENTRICITY) * (sine / (1 - es * es) + logarithm);
    }
}

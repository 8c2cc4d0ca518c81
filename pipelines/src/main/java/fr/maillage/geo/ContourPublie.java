package fr.maillage.geo;

import java.io.Serializable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * A published contour, checked: valid as it is, repaired and checked again, or of no use.
 *
 * @param wkb the geometry to keep; null when there is none
 * @param surfaceKm2 its area; NaN when its reference system is unknown
 * @param reparation what was invalid and where, and what was done; null when nothing was
 * @param ecartKm2 the area after the repair less that before, by the rings as they were published; NaN without a repair
 * @param regle the rule that rejects it; null when it is good
 */
public record ContourPublie(
        byte[] wkb, Envelope boite, double surfaceKm2, String reparation, double ecartKm2, String regle)
        implements Serializable {

    /** Checks a geometry given as well-known binary in a reference system. */
    public static ContourPublie of(byte[] published, Integer srid) {
        if (published == null) {
            return refused("geometrie_absente");
        }
        Geometry geometry;
        try {
            geometry = new WKBReader().read(published);
        } catch (ParseException | IllegalArgumentException unreadable) {
            return refused("geometrie_irreparable");
        }
        if (geometry.isEmpty()) {
            return refused("geometrie_absente");
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return isSurface(geometry) ? valid(published, geometry, srid) : refused("geometrie_irreparable");
        }
        Geometry fixed = GeometryFixer.fix(geometry).norm();
        boolean useless = fixed.isEmpty() || !isSurface(fixed) || !isValid(fixed);
        return useless ? refused("geometrie_irreparable") : mended(geometry, fixed, srid, error);
    }

    /** A repair is believed only after the check that found the fault finds none. */
    private static boolean isValid(Geometry fixed) {
        return new IsValidOp(fixed).getValidationError() == null;
    }

    private static String reparation(TopologyValidationError error) {
        return error.getMessage() + " at " + error.getCoordinate().x + " " + error.getCoordinate().y
                + "; mended by JTS GeometryFixer";
    }

    private static boolean isSurface(Geometry geometry) {
        return geometry instanceof Polygon || geometry instanceof MultiPolygon;
    }

    private static ContourPublie valid(byte[] wkb, Geometry geometry, Integer srid) {
        return new ContourPublie(wkb, geometry.getEnvelopeInternal(), km2(srid, geometry), null, Double.NaN, null);
    }

    private static ContourPublie mended(
            Geometry published, Geometry fixed, Integer srid, TopologyValidationError error) {
        double km2 = km2(srid, fixed);
        return new ContourPublie(
                new WKBWriter().write(fixed),
                fixed.getEnvelopeInternal(),
                km2,
                reparation(error),
                km2 - km2(srid, published),
                null);
    }

    private static double km2(Integer srid, Geometry geometry) {
        return srid == null ? Double.NaN : Surfaces.km2(srid, geometry);
    }

    private static ContourPublie refused(String regle) {
        return new ContourPublie(null, new Envelope(), Double.NaN, null, Double.NaN, regle);
    }
}

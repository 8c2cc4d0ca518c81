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
 * A published contour, checked: valid as it is, repaired, or of no use.
 *
 * @param wkb the geometry to keep; null when there is none
 * @param reparation what was invalid and where; null when nothing was
 * @param regle the rule that rejects it; null when it is good
 */
public record ContourPublie(byte[] wkb, Envelope boite, double surfaceKm2, String reparation, String regle)
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
            return isSurface(geometry) ? good(published, geometry, srid, null) : refused("geometrie_irreparable");
        }
        Geometry fixed = GeometryFixer.fix(geometry).norm();
        boolean useless = fixed.isEmpty() || !isSurface(fixed) || !fixed.isValid();
        return useless
                ? refused("geometrie_irreparable")
                : good(new WKBWriter().write(fixed), fixed, srid, reparation(error));
    }

    private static String reparation(TopologyValidationError error) {
        return error.getMessage() + " at " + error.getCoordinate().x + " " + error.getCoordinate().y
                + "; mended by JTS GeometryFixer";
    }

    private static boolean isSurface(Geometry geometry) {
        return geometry instanceof Polygon || geometry instanceof MultiPolygon;
    }

    private static ContourPublie good(byte[] wkb, Geometry geometry, Integer srid, String reparation) {
        double km2 = srid == null ? Double.NaN : Surfaces.km2(srid, geometry);
        return new ContourPublie(wkb, geometry.getEnvelopeInternal(), km2, reparation, null);
    }

    private static ContourPublie refused(String regle) {
        return new ContourPublie(null, new Envelope(), Double.NaN, null, regle);
    }
}

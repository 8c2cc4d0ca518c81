package fr.maillage.source.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** A geometry of a GeoPackage: a header {@code GP} with flags and an envelope, then well-known binary. */
final class GeoPackageGeometry {

    // Bytes of the envelope by its code: none, xy, xyz, xym, xyzm.
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    private GeoPackageGeometry() {}

    /**
     * The plain well-known binary; null for a null geometry.
     *
     * @throws ParseException when it is none, or the header is not that of a GeoPackage
     */
    static byte[] wkb(byte[] blob) throws ParseException {
        if (blob == null) {
            return null;
        }
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("no GeoPackage header");
        }
        int envelope = blob[3] >> 1 & 7;
        if (envelope >= ENVELOPES.length || blob.length < 8 + ENVELOPES[envelope]) {
            throw new ParseException("envelope code " + envelope);
        }
        byte[] wkb = Arrays.copyOfRange(blob, 8 + ENVELOPES[envelope], blob.length);
        Geometry geometry = read(wkb);
        // Heights, measures and extended codes are left behind: one shape of binary past this point.
        return new WKBWriter(2).write(geometry);
    }

    private static Geometry read(byte[] wkb) throws ParseException {
        try {
            return new WKBReader().read(wkb);
        } catch (RuntimeException e) {
            throw new ParseException(e);
        }
    }
}

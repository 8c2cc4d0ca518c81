package fr.maillage.silver.localisation;

import java.io.Serializable;
import java.util.Locale;

/**
 * What a register publishes of a position: one pair of coordinates, mostly a second one, and a key of the national
 * address base.
 *
 * @param srid system the register states or the range of the first pair tells; null when neither does
 * @param xLocal first number of the second pair; FINESS+ calls it directionLongitude
 * @param yLocal second number of the second pair; FINESS+ calls it directionLatitude
 * @param source as published: a BAN key in FINESS+, the geocoder's words in the older files
 */
record PositionPubliee(Double x, Double y, Long srid, Double xLocal, Double yLocal, String source)
        implements Serializable {

    boolean hasFirst() {
        return x != null && y != null;
    }

    boolean hasSecond() {
        return xLocal != null && yLocal != null;
    }

    /** The commune a BAN key starts with, in capitals (Corsica is published in lower case); null without a key. */
    String communeBan() {
        boolean key = source != null && source.strip().matches("(?:\\d{2}|2[ABab])\\d{3}_.*");
        return key ? source.strip().substring(0, 5).toUpperCase(Locale.ROOT) : null;
    }

    /** Whether two numbers can be degrees, in one order or the other. */
    static boolean areDegrees(double a, double b) {
        double small = Math.min(Math.abs(a), Math.abs(b));
        return small <= 90 && Math.max(Math.abs(a), Math.abs(b)) <= 180;
    }
}

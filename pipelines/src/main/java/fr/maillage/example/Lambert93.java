package fr.maillage.example;

/**
 * From Lambert-93 metres (EPSG:2154) to longitude and latitude.
 *
 * <p>Written out rather than taken from a library: starting one costs two seconds, more than the whole example.
 * {@link StrictMath} keeps the digits the same on every machine. Constants: IGN, NTG 71 and 84.
 */
final class Lambert93 {

    private static final double N = 0.7256077650532670;
    private static final double C = 11754255.426096;
    private static final double X_POLE = 700000.0;
    private static final double Y_POLE = 12655612.049876;
    private static final double MERIDIAN = StrictMath.toRadians(3);
    private static final double E = 0.0818191910428158;

    private Lambert93() {}

    /** Longitude and latitude in degrees. */
    static double[] lonLat(double x, double y) {
        double dx = x - X_POLE;
        double dy = Y_POLE - y;
        double longitude = MERIDIAN + StrictMath.atan2(dx, dy) / N;
        double isometric = StrictMath.log(C / Math.sqrt(dx * dx + dy * dy)) / N;
        return new double[] {StrictMath.toDegrees(longitude), StrictMath.toDegrees(latitude(isometric))};
    }

    private static double latitude(double isometric) {
        double latitude = 2 * StrictMath.atan(StrictMath.exp(isometric)) - Math.PI / 2;
        for (int i = 0; i < 8; i++) {
            double e = E * StrictMath.sin(latitude);
            double factor = StrictMath.pow((1 + e) / (1 - e), E / 2);
            latitude = 2 * StrictMath.atan(factor * StrictMath.exp(isometric)) - Math.PI / 2;
        }
        return latitude;
    }
}

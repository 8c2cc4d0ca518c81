package fr.maillage.atlas;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The whole numbers in which a map is drawn: columns from the west, rows from the north.
 *
 * @param step length of one unit, in metres
 */
record Grid(double west, double north, double step, int width, int height) {

    static Grid over(Envelope envelope, double step) {
        return new Grid(envelope.getMinX(), envelope.getMaxY(), step, (int) Math.ceil(envelope.getWidth() / step), (int)
                Math.ceil(envelope.getHeight() / step));
    }

    /** Column and row of the position, in one number. */
    long vertex(Coordinate position) {
        long column = Math.round((position.x - west) / step);
        long row = Math.round((north - position.y) / step);
        return (column << 32) | (row & 0xffffffffL);
    }

    static int x(long vertex) {
        return (int) (vertex >> 32);
    }

    static int y(long vertex) {
        return (int) vertex;
    }
}

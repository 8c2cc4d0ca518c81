package fr.maillage.geo;

import java.io.Serializable;

/**
 * Square cells over an extent, grouped in square tiles so that empty country costs one number per tile.
 *
 * <p>Column and row never decrease with x and y, so the points of one cell fill a rectangle, whatever the rounding.
 *
 * @param x0 left side of the first column
 * @param y0 lower side of the first row
 * @param size side of a cell, in the unit of the coordinates
 * @param perUnit cells in a unit of the coordinates
 * @param tileColumns tiles from left to right
 * @param tileRows tiles from bottom to top
 */
record Grid(double x0, double y0, double size, double perUnit, int tileColumns, int tileRows) implements Serializable {

    /** Cells on a side of a tile, as a power of two. */
    static final int TILE_BITS = 5;

    static final int TILE = 1 << TILE_BITS;
    private static final int MOST_TILES = 1 << 22;
    // Golden-ratio steps: successive reference points of a cell never fall on the same line.
    private static final double STEP_X = 0.6180339887498949;
    private static final double STEP_Y = 0.7548776662466927;

    /** A grid over the extent with a margin of one empty cell on each side. */
    static Grid over(double xMin, double yMin, double xMax, double yMax, double wantedSize) {
        double width = xMax - xMin;
        double height = yMax - yMin;
        double magnitude = Math.max(Math.max(Math.abs(xMin), Math.abs(xMax)), Math.max(Math.abs(yMin), Math.abs(yMax)));
        double size = Math.max(wantedSize, Math.max(Math.max(width, height) * 1e-7, Math.ulp(magnitude) * 1e9));
        size = Math.max(size, Double.MIN_NORMAL);
        while (tiles(width, size) * tiles(height, size) > MOST_TILES) {
            size *= 1.25;
        }
        return of(xMin - size, yMin - size, size, (int) tiles(width, size), (int) tiles(height, size));
    }

    static Grid of(double x0, double y0, double size, int tileColumns, int tileRows) {
        return new Grid(x0, y0, size, 1 / size, tileColumns, tileRows);
    }

    private static double tiles(double extent, double size) {
        return Math.floor((extent / size + 3) / TILE) + 1;
    }

    int columns() {
        return tileColumns << TILE_BITS;
    }

    int rows() {
        return tileRows << TILE_BITS;
    }

    int column(double x) {
        return (int) ((x - x0) * perUnit);
    }

    int row(double y) {
        return (int) ((y - y0) * perUnit);
    }

    /** A point well inside a column; each attempt gives another one. */
    double referenceX(int column, int attempt) {
        return x0 + (column + within(attempt * STEP_X)) * size;
    }

    double referenceY(int row, int attempt) {
        return y0 + (row + within(attempt * STEP_Y)) * size;
    }

    private static double within(double step) {
        double shifted = 0.5 + step;
        return 0.25 + (shifted - Math.floor(shifted)) * 0.5;
    }
}

package fr.maillage.trajet;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Which commune lies under a place of one land, roughly: a grid of cells of about a kilometre.
 *
 * <p>Each commune is taken for a disc of its area around its point, a little enlarged, and a cell belongs to the commune it
 * is deepest in. That is enough to see through which densities a straight line goes and how far it leaves the land, and
 * costs no contour.
 */
final class Sol implements Serializable {

    private static final long serialVersionUID = 1L;

    static final int NOBODY = -1;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double ENLARGED = 1.3;
    private static final double USUAL_KM2 = 15;
    private static final double HEIGHT = 0.01;
    private static final double WIDTH = 0.015;
    private static final int MOST_CELLS = 4_000_000;
    /** Cells, about as many square kilometres: discs leave such gaps between large communes; lakes as small count as land. */
    private static final int MOST_OF_A_HOLE = 30;

    private final double west;
    private final double south;
    private final double width;
    private final double height;
    private final double columnsPerDegree;
    private final double rowsPerDegree;
    private final int columns;
    private final int rows;
    private final int[] holders;

    /** @param members numbers of the communes of this land */
    Sol(List<PointCommune> communes, int[] members) {
        double[] box = {180, 90, -180, -90};
        for (int member : members) {
            Point point = communes.get(member).point();
            double north = degrees(communes.get(member));
            double east = north / shortening(point.latitude());
            box[0] = Math.min(box[0], point.longitude() - east);
            box[1] = Math.min(box[1], point.latitude() - north);
            box[2] = Math.max(box[2], point.longitude() + east);
            box[3] = Math.max(box[3], point.latitude() + north);
        }
        double cells = (box[2] - box[0]) / WIDTH * ((box[3] - box[1]) / HEIGHT);
        double coarser = Math.max(1, Math.sqrt(cells / MOST_CELLS));
        west = box[0];
        south = box[1];
        width = WIDTH * coarser;
        height = HEIGHT * coarser;
        columnsPerDegree = 1 / width;
        rowsPerDegree = 1 / height;
        columns = (int) ((box[2] - west) / width) + 1;
        rows = (int) ((box[3] - south) / height) + 1;
        holders = new int[columns * rows];
        Arrays.fill(holders, NOBODY);
        float[] depths = new float[holders.length];
        Arrays.fill(depths, Float.MAX_VALUE);
        for (int member : members) {
            fill(communes.get(member), member, depths);
        }
        new Trous(holders, columns, rows).fill(MOST_OF_A_HOLE);
    }

    private static double shortening(double latitude) {
        return Math.cos(Math.toRadians(latitude));
    }

    /** Radius of the disc, in degrees of latitude: never less than a cell. */
    private static double degrees(PointCommune commune) {
        double km2 = commune.surfaceKm2() == null ? USUAL_KM2 : commune.surfaceKm2();
        return Math.max(HEIGHT, ENLARGED * Math.sqrt(km2 / Math.PI) * 1000 / METRES_PER_DEGREE);
    }

    private void fill(PointCommune commune, int member, float[] depths) {
        double radius = degrees(commune);
        Point point = commune.point();
        double shortening = shortening(point.latitude());
        int lastRow = row(point.latitude() + radius);
        int lastColumn = column(point.longitude() + radius / shortening);
        for (int row = row(point.latitude() - radius); row <= lastRow; row++) {
            for (int column = column(point.longitude() - radius / shortening); column <= lastColumn; column++) {
                double north = south + (row + 0.5) * height - point.latitude();
                double east = (west + (column + 0.5) * width - point.longitude()) * shortening;
                float depth = (float) (Math.hypot(north, east) / radius);
                int cell = row * columns + column;
                if (depth <= 1 && depth < depths[cell]) {
                    depths[cell] = depth;
                    holders[cell] = member;
                }
            }
        }
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Degrees of longitude of a cell. */
    double width() {
        return width;
    }

    /** Degrees of latitude of a cell. */
    double height() {
        return height;
    }

    /** Middle of a row. */
    double latitude(int row) {
        return south + (row + 0.5) * height;
    }

    /** Number of the commune of a cell. */
    int holder(int column, int row) {
        return holders[row * columns + column];
    }

    /** The row of a place, or the nearest one. */
    int row(double latitude) {
        return Math.max(0, Math.min(rows - 1, (int) ((latitude - south) / height)));
    }

    /** The column of a place, or the nearest one. */
    int column(double longitude) {
        return Math.max(0, Math.min(columns - 1, (int) ((longitude - west) / width)));
    }

    /** Number of the commune under a place; {@link #NOBODY} outside all of them. */
    int at(double longitude, double latitude) {
        double column = (longitude - west) * columnsPerDegree;
        double row = (latitude - south) * rowsPerDegree;
        // Written so that NaN is outside.
        if (!(column >= 0 && row >= 0 && column < columns && row < rows)) {
            return NOBODY;
        }
        return holders[(int) row * columns + (int) column];
    }
}

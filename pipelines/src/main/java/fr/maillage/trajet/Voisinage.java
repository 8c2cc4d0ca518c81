package fr.maillage.trajet;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Finds the points around a place without looking at the others: a grid of degrees over them. */
final class Voisinage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double CELL = 0.1;
    private static final int COLUMNS = (int) (360 / CELL);
    // The least that a degree of latitude measures, at the equator, and what one of longitude measures there.
    private static final double METRES_PER_DEGREE = 110_574;
    private static final double METRES_PER_LONGITUDE = 111_319;

    private final double[] longitudes;
    private final double[] latitudes;
    /** Cells with points, in order, and where the points of each begin in {@link #members}. */
    private final int[] cells;

    private final int[] starts;
    private final int[] members;

    Voisinage(List<Point> points) {
        longitudes = points.stream().mapToDouble(Point::longitude).toArray();
        latitudes = points.stream().mapToDouble(Point::latitude).toArray();
        long[] keyed = new long[points.size()];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = (long) cell(column(longitudes[i]), row(latitudes[i])) << 32 | i;
        }
        Arrays.sort(keyed);
        members = Arrays.stream(keyed).mapToInt(key -> (int) key).toArray();
        cells = Arrays.stream(keyed)
                .mapToInt(key -> (int) (key >> 32))
                .distinct()
                .toArray();
        starts = new int[cells.length + 1];
        for (int i = 0, at = 0; i < cells.length; i++) {
            starts[i] = at;
            while (at < keyed.length && (int) (keyed[at] >> 32) == cells[i]) {
                at++;
            }
        }
        starts[cells.length] = keyed.length;
    }

    private static int column(double longitude) {
        return (int) Math.floor((longitude + 180) / CELL);
    }

    private static int row(double latitude) {
        return (int) Math.floor((latitude + 90) / CELL);
    }

    private static int cell(int column, int row) {
        return row * COLUMNS + column;
    }

    /** Calls for every point within so many metres, and for some a little beyond. */
    void around(Point place, double metres, IntConsumer found) {
        double north = metres / METRES_PER_DEGREE;
        double parallel = Math.cos(Math.toRadians(Math.min(89, Math.abs(place.latitude()) + north)));
        double east = metres / (METRES_PER_LONGITUDE * Math.max(parallel, 1e-3));
        int lastRow = row(place.latitude() + north);
        for (int row = row(place.latitude() - north); row <= lastRow; row++) {
            int from = find(cell(column(place.longitude() - east), row));
            int to = find(cell(column(place.longitude() + east), row) + 1);
            for (int i = starts[from]; i < starts[to]; i++) {
                int point = members[i];
                if (Math.abs(longitudes[point] - place.longitude()) <= east
                        && Math.abs(latitudes[point] - place.latitude()) <= north) {
                    found.accept(point);
                }
            }
        }
    }

    /** Where a cell stands, or would. */
    private int find(int cell) {
        int at = Arrays.binarySearch(cells, cell);
        return at >= 0 ? at : -at - 1;
    }
}

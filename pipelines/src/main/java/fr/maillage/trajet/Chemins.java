package fr.maillage.trajet;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The ways over land from one place to those around it, cell by cell of a {@link Sol}: for what a straight line would cross
 * water or foreign land to.
 *
 * <p>Outside the land a way counts several times, so that it goes around a bay but takes a bridge; how much of it is outside
 * is kept beside its length. Only the cells around are looked at.
 */
final class Chemins {

    /** How many times a metre outside the land counts. */
    static final double OUTSIDE = 4;

    private static final double METRES_PER_DEGREE = 111_195;
    // Sixteen directions: lengths are at most 3 % too long.
    private static final int[][] STEPS = {
        {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1},
        {2, 1}, {2, -1}, {-2, 1}, {-2, -1}, {1, 2}, {1, -2}, {-1, 2}, {-1, -2}
    };

    /** A cell that may be reached at a cost. */
    private record Etape(double cout, int cell) {}

    /**
     * The way to a place.
     *
     * @param dehors metres of it outside the land
     * @param allure mean of the paces of its cells, in minutes per metre
     */
    record Chemin(double metres, double dehors, double allure) {}

    private final Sol sol;
    private final double[] allures;
    private final double ailleurs;
    private final int west;
    private final int south;
    private final int columns;
    private final int rows;
    private final double[] couts;
    private final double[] metres;
    private final double[] dehors;
    private final double[] minutes;
    private final double limit;

    /**
     * @param allures pace of each commune, by its number
     * @param ailleurs pace outside the land
     * @param limit metres, those outside counted several times, beyond which no way is looked for
     */
    Chemins(Sol sol, Point origine, double[] allures, double ailleurs, double limit) {
        this.sol = sol;
        this.allures = allures;
        this.ailleurs = ailleurs;
        this.limit = limit;
        int column = sol.column(origine.longitude());
        int row = sol.row(origine.latitude());
        int high = (int) (limit / (sol.height() * METRES_PER_DEGREE)) + 2;
        double least = Math.cos(Math.toRadians(Math.min(80, Math.abs(origine.latitude()) + limit / METRES_PER_DEGREE)));
        int wide = (int) (limit / (sol.width() * METRES_PER_DEGREE * least)) + 2;
        west = Math.max(0, column - wide);
        south = Math.max(0, row - high);
        columns = Math.min(sol.columns() - 1, column + wide) - west + 1;
        rows = Math.min(sol.rows() - 1, row + high) - south + 1;
        couts = new double[columns * rows];
        metres = new double[couts.length];
        dehors = new double[couts.length];
        minutes = new double[couts.length];
        Arrays.fill(couts, Double.MAX_VALUE);
        search((row - south) * columns + column - west);
    }

    private void search(int start) {
        PriorityQueue<Etape> queue = new PriorityQueue<>((a, b) -> {
            int order = Double.compare(a.cout(), b.cout());
            return order != 0 ? order : Integer.compare(a.cell(), b.cell());
        });
        couts[start] = 0;
        queue.add(new Etape(0, start));
        while (!queue.isEmpty()) {
            Etape here = queue.poll();
            if (here.cout() <= couts[here.cell()]) {
                leave(here.cell(), queue);
            }
        }
    }

    private void leave(int cell, PriorityQueue<Etape> queue) {
        int row = cell / columns;
        int column = cell % columns;
        double high = sol.height() * METRES_PER_DEGREE;
        double wide = sol.width() * METRES_PER_DEGREE * Math.cos(Math.toRadians(sol.latitude(south + row)));
        for (int[] step : STEPS) {
            int c = column + step[0];
            int r = row + step[1];
            if (c >= 0 && r >= 0 && c < columns && r < rows) {
                reach(cell, r * columns + c, Math.hypot(step[0] * wide, step[1] * high), queue);
            }
        }
    }

    private void reach(int from, int to, double length, PriorityQueue<Etape> queue) {
        int here = holder(from);
        int there = holder(to);
        double outside = length * ((here == Sol.NOBODY ? 0.5 : 0) + (there == Sol.NOBODY ? 0.5 : 0));
        double cout = couts[from] + length + (OUTSIDE - 1) * outside;
        if (cout < couts[to] && cout <= limit) {
            couts[to] = cout;
            metres[to] = metres[from] + length;
            dehors[to] = dehors[from] + outside;
            minutes[to] = minutes[from] + length * (allure(here) + allure(there)) / 2;
            queue.add(new Etape(cout, to));
        }
    }

    private int holder(int cell) {
        return sol.holder(west + cell % columns, south + cell / columns);
    }

    private double allure(int commune) {
        return commune == Sol.NOBODY ? ailleurs : allures[commune];
    }

    /** The way to a place; null when it was not reached. */
    Chemin vers(Point place) {
        int column = sol.column(place.longitude()) - west;
        int row = sol.row(place.latitude()) - south;
        if (column < 0 || row < 0 || column >= columns || row >= rows) {
            return null;
        }
        int cell = row * columns + column;
        boolean reached = couts[cell] < Double.MAX_VALUE && metres[cell] > 0;
        return reached ? new Chemin(metres[cell], dehors[cell], minutes[cell] / metres[cell]) : null;
    }
}

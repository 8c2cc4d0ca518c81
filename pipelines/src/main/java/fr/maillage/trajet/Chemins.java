package fr.maillage.trajet;

import java.util.Arrays;

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

    /**
     * The way to a place.
     *
     * @param dehors metres of it outside the land
     * @param terrain mean of those of its cells
     */
    record Chemin(double metres, double dehors, Terrain terrain) {}

    private final Sol sol;
    private final Traversee.Terrains terrains;
    private final int west;
    private final int south;
    private final int columns;
    private final int rows;
    private final double[] couts;
    /** The cell each was reached from; -1 for the first one and those that were not reached. */
    private final int[] depuis;

    private final double limit;

    /** @param limit metres, those outside counted several times, beyond which no way is looked for */
    Chemins(Sol sol, Point origine, Traversee.Terrains terrains, double limit) {
        this.sol = sol;
        this.terrains = terrains;
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
        depuis = new int[couts.length];
        Arrays.fill(couts, Double.MAX_VALUE);
        Arrays.fill(depuis, -1);
        search((row - south) * columns + column - west);
    }

    private void search(int start) {
        double[][] lengths = new double[rows][];
        FileDeCellules queue = new FileDeCellules();
        couts[start] = 0;
        queue.add(0, start);
        while (!queue.isEmpty()) {
            double cout = queue.cout();
            int cell = queue.poll();
            if (cout <= couts[cell]) {
                int row = cell / columns;
                lengths[row] = lengths[row] == null ? lengths(row) : lengths[row];
                leave(cell, row, lengths[row], queue);
            }
        }
    }

    /** Metres of each step from a row. */
    private double[] lengths(int row) {
        double high = sol.height() * METRES_PER_DEGREE;
        double wide = sol.width() * METRES_PER_DEGREE * Math.cos(Math.toRadians(sol.latitude(south + row)));
        return Arrays.stream(STEPS)
                .mapToDouble(step -> Math.hypot(step[0] * wide, step[1] * high))
                .toArray();
    }

    private void leave(int cell, int row, double[] lengths, FileDeCellules queue) {
        int column = cell % columns;
        boolean outside = holder(column, row) == Sol.NOBODY;
        double cout = couts[cell];
        for (int i = 0; i < STEPS.length; i++) {
            int c = column + STEPS[i][0];
            int r = row + STEPS[i][1];
            if (c >= 0 && r >= 0 && c < columns && r < rows) {
                double there = cout + lengths[i] * times(outside, holder(c, r) == Sol.NOBODY);
                int to = r * columns + c;
                if (there < couts[to] && there <= limit) {
                    couts[to] = there;
                    depuis[to] = cell;
                    queue.add(there, to);
                }
            }
        }
    }

    /** How many times a step counts whose halves are outside the land or not. */
    private static double times(boolean from, boolean to) {
        return 1 + (OUTSIDE - 1) * ((from ? 0.5 : 0) + (to ? 0.5 : 0));
    }

    private int holder(int column, int row) {
        return sol.holder(west + column, south + row);
    }

    /** The way to a place; null when it was not reached. */
    Chemin vers(Point place) {
        int column = sol.column(place.longitude()) - west;
        int row = sol.row(place.latitude()) - south;
        if (column < 0 || row < 0 || column >= columns || row >= rows) {
            return null;
        }
        return depuis[row * columns + column] < 0 ? null : chemin(row * columns + column);
    }

    /** Back to where it started. */
    private Chemin chemin(int cell) {
        double metres = 0;
        Traversee traversee = new Traversee(terrains);
        for (int to = cell; depuis[to] >= 0; to = depuis[to]) {
            int from = depuis[to];
            double half = length(from, to) / 2;
            metres += 2 * half;
            traversee.add(holder(from % columns, from / columns), half);
            traversee.add(holder(to % columns, to / columns), half);
        }
        return new Chemin(metres, traversee.dehors(), traversee.terrain());
    }

    private double length(int from, int to) {
        double high = sol.height() * METRES_PER_DEGREE;
        double wide = sol.width() * METRES_PER_DEGREE * Math.cos(Math.toRadians(sol.latitude(south + from / columns)));
        return Math.hypot((to % columns - from % columns) * wide, (double) (to / columns - from / columns) * high);
    }
}

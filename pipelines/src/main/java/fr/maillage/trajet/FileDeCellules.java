package fr.maillage.trajet;

import java.util.Arrays;

/** Cells to leave, the one reached at the least cost first, the lower number of two: a heap without objects. */
final class FileDeCellules {

    private double[] couts = new double[1024];
    private int[] cells = new int[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** Cost of the first one. */
    double cout() {
        return couts[0];
    }

    void add(double cout, int cell) {
        if (size == cells.length) {
            couts = Arrays.copyOf(couts, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        int at = size++;
        while (at > 0 && isBefore(cout, cell, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        couts[at] = cout;
        cells[at] = cell;
    }

    /** Takes the first one out. */
    int poll() {
        int first = cells[0];
        size--;
        double cout = couts[size];
        int cell = cells[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(couts[child + 1], cells[child + 1], child)) {
                child++;
            }
            if (!isBefore(couts[child], cells[child], cout, cell)) {
                break;
            }
            move(child, at);
            at = child;
        }
        couts[at] = cout;
        cells[at] = cell;
        return first;
    }

    private void move(int from, int to) {
        couts[to] = couts[from];
        cells[to] = cells[from];
    }

    private boolean isBefore(double cout, int cell, int at) {
        return isBefore(cout, cell, couts[at], cells[at]);
    }

    private static boolean isBefore(double a, int cellA, double b, int cellB) {
        return a < b || (a == b && cellA < cellB);
    }
}

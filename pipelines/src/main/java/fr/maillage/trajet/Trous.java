package fr.maillage.trajet;

import java.util.Arrays;

/**
 * The holes of a grid: cells of nobody with land all around them.
 *
 * <p>Small ones are there because communes are no discs, and are given to the communes beside them; in large ones lies a lake
 * or another country.
 */
final class Trous {

    private final int[] holders;
    private final int columns;
    private final int rows;
    private final boolean[] seen;
    private final int[] queue;

    Trous(int[] holders, int columns, int rows) {
        this.holders = holders;
        this.columns = columns;
        this.rows = rows;
        seen = new boolean[holders.length];
        queue = new int[holders.length];
    }

    /** Fills holes of at most so many cells; what touches the edge of the grid is no hole. */
    void fill(int most) {
        for (int cell = 0; cell < holders.length; cell++) {
            if (holders[cell] == Sol.NOBODY && !seen[cell]) {
                int size = spread(cell);
                if (size <= most && Arrays.stream(queue, 0, size).noneMatch(this::isAtTheEdge)) {
                    fillFromItsShores(size);
                }
            }
        }
    }

    /** Number of cells of the hole, which then stand in the queue. */
    private int spread(int first) {
        int size = 0;
        queue[size++] = first;
        seen[first] = true;
        for (int i = 0; i < size; i++) {
            int cell = queue[i];
            for (int next : beside(cell)) {
                if (next >= 0 && holders[next] == Sol.NOBODY && !seen[next]) {
                    seen[next] = true;
                    queue[size++] = next;
                }
            }
        }
        return size;
    }

    /** Each cell gets the commune of one beside it, from the shores inwards. */
    private void fillFromItsShores(int size) {
        boolean any = true;
        while (any) {
            any = false;
            int[] found = new int[size];
            for (int i = 0; i < size; i++) {
                found[i] = holders[queue[i]] == Sol.NOBODY ? neighbour(queue[i]) : Sol.NOBODY;
            }
            for (int i = 0; i < size; i++) {
                if (found[i] != Sol.NOBODY) {
                    holders[queue[i]] = found[i];
                    any = true;
                }
            }
        }
    }

    private int neighbour(int cell) {
        for (int next : beside(cell)) {
            if (next >= 0 && holders[next] != Sol.NOBODY) {
                return holders[next];
            }
        }
        return Sol.NOBODY;
    }

    /** The four cells beside one; -1 beyond the grid. */
    private int[] beside(int cell) {
        int column = cell % columns;
        int row = cell / columns;
        return new int[] {
            column > 0 ? cell - 1 : -1,
            column < columns - 1 ? cell + 1 : -1,
            row > 0 ? cell - columns : -1,
            row < rows - 1 ? cell + columns : -1
        };
    }

    private boolean isAtTheEdge(int cell) {
        return Arrays.stream(beside(cell)).anyMatch(next -> next < 0);
    }
}

package fr.maillage.geo;

import java.util.Arrays;

/**
 * Which edges touch which cell, as lists of edge numbers in one array; only tiles that an edge touches have cells.
 *
 * <p>An edge is listed in every cell it touches and may be listed in a neighbour it all but touches: the margin of a
 * millionth of a cell is far above any rounding, and an edge too many changes no answer.
 */
final class CellEdges {

    private static final double MARGIN = 1e-6;

    /** Receives the cells of an edge. */
    private interface Visitor {
        void visit(int column, int row, int edge);
    }

    private final Grid grid;
    private final Edges edges;
    /** Position of a tile's first cell in {@link #ends}; -1 for a tile without edges. */
    private final int[] tiles;

    private int nbCells;
    /** Upper end of each cell's list in {@link #list}; the lower end is that of the cell before. */
    private int[] ends;

    private int[] list;

    CellEdges(Grid grid, Edges edges) {
        this.grid = grid;
        this.edges = edges;
        this.tiles = new int[grid.tileColumns() * grid.tileRows()];
        allocateTiles();
        fillLists();
    }

    private void allocateTiles() {
        Arrays.fill(tiles, -1);
        walk((column, row, edge) -> {
            int tile = tile(column, row);
            if (tiles[tile] < 0) {
                tiles[tile] = nbCells;
                nbCells += Grid.TILE * Grid.TILE;
            }
        });
    }

    private void fillLists() {
        ends = new int[nbCells + 1];
        walk((column, row, edge) -> ends[cell(column, row) + 1]++);
        for (int i = 1; i <= nbCells; i++) {
            ends[i] += ends[i - 1];
        }
        list = new int[ends[nbCells]];
        // Each start moves to its end while its list is filled.
        walk((column, row, edge) -> list[ends[cell(column, row)]++] = edge);
    }

    private int tile(int column, int row) {
        return (row >> Grid.TILE_BITS) * grid.tileColumns() + (column >> Grid.TILE_BITS);
    }

    /** Number of a cell of a tile that has edges; -1 in the other tiles. */
    int find(int column, int row) {
        return tiles[tile(column, row)] < 0 ? -1 : cell(column, row);
    }

    private int cell(int column, int row) {
        return tiles[tile(column, row)] + inTile(column, row);
    }

    static int inTile(int column, int row) {
        return ((row & (Grid.TILE - 1)) << Grid.TILE_BITS) + (column & (Grid.TILE - 1));
    }

    int[] tiles() {
        return tiles;
    }

    int nbCells() {
        return nbCells;
    }

    int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    int end(int cell) {
        return ends[cell];
    }

    int edge(int position) {
        return list[position];
    }

    private void walk(Visitor visitor) {
        for (int edge = 0; edge < edges.end(); edge++) {
            if (edges.isEdge(edge)) {
                walk(edge, visitor);
            }
        }
    }

    private void walk(int edge, Visitor visitor) {
        double[] points = edges.points();
        double ax = points[2 * edge];
        double ay = points[2 * edge + 1];
        double bx = points[2 * edge + 2];
        double by = points[2 * edge + 3];
        double margin = MARGIN * grid.size();
        int lastRow = grid.row(Math.max(ay, by) + margin);
        for (int row = grid.row(Math.min(ay, by) - margin); row <= lastRow; row++) {
            double low = grid.y0() + row * grid.size() - margin;
            double x1 = xAt(low, ax, ay, bx, by);
            double x2 = xAt(low + grid.size() + 2 * margin, ax, ay, bx, by);
            int lastColumn = grid.column(Math.max(x1, x2) + margin);
            for (int column = grid.column(Math.min(x1, x2) - margin); column <= lastColumn; column++) {
                visitor.visit(column, row, edge);
            }
        }
    }

    /** Where the edge is at this height, or its nearer end when it does not reach it. */
    private static double xAt(double y, double ax, double ay, double bx, double by) {
        double share = (y - ay) / (by - ay);
        if (Double.isNaN(share)) {
            return ax;
        }
        return ax + Math.max(0, Math.min(1, share)) * (bx - ax);
    }
}

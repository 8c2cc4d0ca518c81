package fr.maillage.geo;

/**
 * Fills the cells of a {@link PointIndex}, row by row, from left to right.
 *
 * <p>The first cell of a row lies outside everything. From the reference point of a cell to that of the next, the
 * territories whose border is crossed are left or entered; so every reference point has its exact answer without one
 * test of a point in a polygon.
 */
final class PointIndexBuilder {

    private static final int MOST_ATTEMPTS = 1 << 14;

    private final Grid grid;
    private final Edges edges;
    private final CellEdges lists;
    private final int[] tiles;
    private final int[] cells;
    private final CellRecords records = new CellRecords();

    private final TerritorySet covering = new TerritorySet();
    private int cellBefore;
    private double xBefore;
    private double yBefore;

    PointIndexBuilder(Grid grid, Edges edges) {
        this.grid = grid;
        this.edges = edges;
        this.lists = new CellEdges(grid, edges);
        this.tiles = new int[lists.tiles().length];
        this.cells = new int[lists.nbCells()];
    }

    PointIndex build(String[] codes) {
        for (int row = 0; row < grid.rows(); row++) {
            covering.clear();
            cellBefore = -1;
            xBefore = grid.referenceX(0, 0);
            yBefore = grid.referenceY(row, 0);
            for (int tileColumn = 0; tileColumn < grid.tileColumns(); tileColumn++) {
                fill(tileColumn, row);
            }
        }
        return new PointIndex(codes, grid, tiles, cells, records.trimmed(), edges.trimmedPoints());
    }

    /** One row of cells of one tile. */
    private void fill(int tileColumn, int row) {
        int column = tileColumn << Grid.TILE_BITS;
        int tile = (row >> Grid.TILE_BITS) * grid.tileColumns() + tileColumn;
        int start = lists.tiles()[tile];
        if (start < 0) {
            moveTo(column, row, 0, -1);
            tiles[tile] = covering.smallest();
            return;
        }
        tiles[tile] = PointIndex.reference(start >> (2 * Grid.TILE_BITS));
        for (int end = column + Grid.TILE; column < end; column++) {
            int cell = start + CellEdges.inTile(column, row);
            boolean empty = lists.start(cell) == lists.end(cell);
            int attempt = empty ? 0 : attemptOffEdges(cell, column, row);
            moveTo(column, row, attempt, empty ? -1 : cell);
            cells[cell] = empty
                    ? covering.smallest()
                    : PointIndex.reference(records.add(lists, cell, edges, covering, attempt));
        }
    }

    /** The first reference point of the cell that lies on no edge. */
    private int attemptOffEdges(int cell, int column, int row) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (!isOnEdge(cell, grid.referenceX(column, attempt), grid.referenceY(row, attempt))) {
                return attempt;
            }
        }
        throw new IllegalStateException("No point off the edges in cell " + column + ", " + row);
    }

    private boolean isOnEdge(int cell, double x, double y) {
        double[] points = edges.points();
        for (int i = lists.start(cell); i < lists.end(cell); i++) {
            int at = 2 * lists.edge(i);
            if (Crossing.isOn(x, y, points[at], points[at + 1], points[at + 2], points[at + 3])) {
                return true;
            }
        }
        return false;
    }

    /** Leaves and enters territories on the way to the next reference point; a cell of -1 has no edges. */
    private void moveTo(int column, int row, int attempt, int cell) {
        double x = grid.referenceX(column, attempt);
        double y = grid.referenceY(row, attempt);
        if (cellBefore >= 0) {
            cross(cellBefore, -1, x, y);
        }
        if (cell >= 0) {
            cross(cell, cellBefore, x, y);
        }
        cellBefore = cell;
        xBefore = x;
        yBefore = y;
    }

    /** Crosses the edges of a cell, but for those that another cell has too. */
    private void cross(int cell, int otherCell, double x, double y) {
        double[] points = edges.points();
        for (int i = lists.start(cell); i < lists.end(cell); i++) {
            int edge = lists.edge(i);
            int at = 2 * edge;
            int crossing =
                    Crossing.of(xBefore, yBefore, x, y, points[at], points[at + 1], points[at + 2], points[at + 3]);
            if (crossing != Crossing.NONE && !isIn(otherCell, edge)) {
                covering.toggle(edges.first(edge));
                if (edges.second(edge) != Edges.NOBODY) {
                    covering.toggle(edges.second(edge));
                }
            }
        }
    }

    private boolean isIn(int cell, int edge) {
        if (cell < 0) {
            return false;
        }
        for (int i = lists.start(cell); i < lists.end(cell); i++) {
            if (lists.edge(i) == edge) {
                return true;
            }
        }
        return false;
    }
}

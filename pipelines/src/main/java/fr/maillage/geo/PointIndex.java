package fr.maillage.geo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Answers "in which territory is this point", exactly and at tens of millions of points a second.
 *
 * <p>The boundary rule: a territory holds its inside and its border, and a point that several hold (on a shared border,
 * or where two files overlap) belongs to the first of them in the order of their codes. So every point is in exactly one
 * territory or in none, whatever the order in which the territories were given, and the answer is that of the exact JTS
 * test asked of one territory after the other.
 *
 * <p>A grid cell that no edge touches holds its answer. Another holds its edges and the territories at a reference
 * point: from there to the asked point, each crossed edge is left or entered. Geometries are taken to be valid. The
 * coordinates are in whatever system the geometries are in; points must be in the same. Only values so near to zero that
 * their products vanish (1e-150) may be mistaken for zero.
 */
public final class PointIndex implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What {@link #find} answers where no territory is. */
    public static final int NONE = -1;

    private static final double CELLS_PER_EDGE = 16;

    /** A territory and its contour, to be indexed. */
    public record Territory(String code, Geometry geometry) {}

    private final String[] codes;
    private final Grid grid;
    // An answer (a territory or NONE), or a reference: of a tile to its cells, of a cell to its record.
    private final int[] tiles;
    private final int[] cells;
    private final int[] records;
    private final double[] points;
    private transient volatile Borders borders;

    PointIndex(String[] codes, Grid grid, int[] tiles, int[] cells, int[] records, double[] points) {
        this.codes = codes;
        this.grid = grid;
        this.tiles = tiles;
        this.cells = cells;
        this.records = records;
        this.points = points;
    }

    /**
     * Indexes the territories. Null and empty geometries hold no point.
     *
     * @throws IllegalArgumentException when a code comes twice
     */
    public static PointIndex build(List<Territory> territories) {
        List<Territory> sorted = new ArrayList<>(territories);
        sorted.sort(Comparator.comparing(Territory::code));
        String[] codes = sorted.stream().map(Territory::code).toArray(String[]::new);
        Edges edges = new Edges();
        double area = 0;
        for (int i = 0; i < codes.length; i++) {
            Geometry geometry = sorted.get(i).geometry();
            if (i > 0 && codes[i].equals(codes[i - 1])) {
                throw new IllegalArgumentException("Two contours for " + codes[i]);
            }
            if (geometry != null) {
                edges.add(i, geometry);
                area += geometry.getArea();
            }
        }
        return build(codes, edges, area);
    }

    private static PointIndex build(String[] codes, Edges edges, double area) {
        if (edges.nbEdges() == 0) {
            return new PointIndex(
                    codes, Grid.over(0, 0, 0, 0, 1), new int[] {NONE}, new int[0], new int[0], new double[0]);
        }
        double size = Math.sqrt(area / (CELLS_PER_EDGE * edges.nbEdges()));
        Grid grid = Grid.over(edges.xMin, edges.yMin, edges.xMax, edges.yMax, size);
        return new PointIndexBuilder(grid, edges).build(codes);
    }

    /** Ordinal of the territory that holds the point; {@link #NONE} where there is none. */
    public int find(double x, double y) {
        double fromLeft = x - grid.x0();
        double fromLow = y - grid.y0();
        int column = (int) (fromLeft * grid.perUnit());
        int row = (int) (fromLow * grid.perUnit());
        // Written so that NaN is outside.
        if (!(fromLeft >= 0 && fromLow >= 0) || column >= grid.columns() || row >= grid.rows()) {
            return NONE;
        }
        int tile = tiles[(row >> Grid.TILE_BITS) * grid.tileColumns() + (column >> Grid.TILE_BITS)];
        if (tile >= NONE) {
            return tile;
        }
        int cell = cells[(target(tile) << (2 * Grid.TILE_BITS)) + CellEdges.inTile(column, row)];
        return cell >= NONE ? cell : find(target(cell), column, row, x, y);
    }

    private int find(int record, int column, int row, double x, double y) {
        int nbTerritories = records[record + 1] & 0xFFFF;
        int attempt = records[record + 1] >>> 16;
        int bits = record + 2 + nbTerritories;
        int edges = bits + ((nbTerritories + Integer.SIZE - 1) >> 5);
        double cx = grid.referenceX(column, attempt);
        double cy = grid.referenceY(row, attempt);
        // Nearly always one turn: it takes 33 territories in one cell to make a second.
        for (int base = 0; base < nbTerritories; base += Integer.SIZE) {
            int held = held(edges, edges + 2 * records[record], base, records[bits + (base >> 5)], cx, cy, x, y);
            if (held != 0) {
                return records[record + 2 + base + Integer.numberOfTrailingZeros(held)];
            }
        }
        return NONE;
    }

    /** Which of 32 territories hold the point, as bits, given those that hold the reference point. */
    private int held(int from, int to, int base, int inside, double cx, double cy, double x, double y) {
        int border = 0;
        for (int i = from; i < to; i += 2) {
            int at = 2 * records[i];
            int crossing = Crossing.of(cx, cy, x, y, points[at], points[at + 1], points[at + 2], points[at + 3]);
            if (crossing != Crossing.NONE) {
                int both = bit((records[i + 1] >>> 16) - base) | bit((records[i + 1] & 0xFFFF) - base);
                if (crossing == Crossing.ON) {
                    border |= both;
                } else {
                    inside ^= both;
                }
            }
        }
        return inside | border;
    }

    private static int bit(int place) {
        return place >>> 5 == 0 ? 1 << place : 0;
    }

    /**
     * Metres from a point to a territory, both in this reference system; 0 inside and on the border, NaN when the
     * ordinal is {@link #NONE} or the territory is empty.
     *
     * <p>The first call prepares the borders of all territories and takes about a second on those of a country.
     */
    public double metres(int ordinal, int srid, double x, double y) {
        if (ordinal == NONE || Double.isNaN(x + y)) {
            return Double.NaN;
        }
        if (find(x, y) == ordinal || borders().covers(ordinal, x, y)) {
            return 0;
        }
        double[] nearest = borders().nearest(ordinal, x, y, Distances.shortening(srid, y));
        return nearest == null ? Double.NaN : Distances.metres(srid, x, y, nearest[0], nearest[1]);
    }

    private Borders borders() {
        Borders known = borders;
        if (known == null) {
            known = Borders.of(codes.length, records, points);
            borders = known;
        }
        return known;
    }

    /** The sides of the grid: least x and y, greatest x and y. No indexed point is outside. */
    double[] extent() {
        return new double[] {
            grid.x0(), grid.y0(), grid.x0() + grid.columns() * grid.size(), grid.y0() + grid.rows() * grid.size()
        };
    }

    /** A reference as it stands among answers. */
    static int reference(int target) {
        return NONE - 1 - target;
    }

    private static int target(int reference) {
        return NONE - 1 - reference;
    }

    /** Code of a territory by its ordinal; null for {@link #NONE}. */
    public String code(int ordinal) {
        return ordinal == NONE ? null : codes[ordinal];
    }

    /** Ordinal of a code; {@link #NONE} when it is not indexed. */
    public int ordinal(String code) {
        return Math.max(NONE, Arrays.binarySearch(codes, code));
    }

    /** Codes in the order of the ordinals, which is their own. */
    public List<String> codes() {
        return List.of(codes);
    }

    /** Number of territories. */
    public int size() {
        return codes.length;
    }

    /** The index as bytes, the same for the same territories. */
    public byte[] toBytes() {
        return PointIndexBytes.write(codes, grid, tiles, cells, records, points);
    }

    public static PointIndex fromBytes(byte[] bytes) {
        return PointIndexBytes.read(bytes);
    }
}

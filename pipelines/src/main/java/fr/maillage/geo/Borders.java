package fr.maillage.geo;

import java.util.Arrays;

/** The edges of each territory of a {@link PointIndex}, told again from its cells, for questions about one territory. */
final class Borders {

    private final double[] points;
    /** Upper end of each territory's edges in {@link #edges}; the lower end is that of the territory before. */
    private final int[] ends;

    private final int[] edges;

    private Borders(double[] points, int[] ends, int[] edges) {
        this.points = points;
        this.ends = ends;
        this.edges = edges;
    }

    static Borders of(int nbTerritories, int[] records, double[] points) {
        int[] first = new int[points.length / 2];
        int[] second = new int[points.length / 2];
        Arrays.fill(first, Edges.NOBODY);
        Arrays.fill(second, Edges.NOBODY);
        for (int record = 0; record < records.length; record = readOwners(records, record, first, second)) {}
        int[] ends = new int[nbTerritories + 1];
        for (int edge = 0; edge < first.length; edge++) {
            count(ends, first[edge]);
            count(ends, second[edge]);
        }
        for (int i = 1; i <= nbTerritories; i++) {
            ends[i] += ends[i - 1];
        }
        int[] edges = new int[ends[nbTerritories]];
        for (int edge = 0; edge < first.length; edge++) {
            put(edges, ends, first[edge], edge);
            put(edges, ends, second[edge], edge);
        }
        return new Borders(points, ends, edges);
    }

    /** Reads to whom the edges of a record belong, and says where the next record starts. */
    private static int readOwners(int[] records, int record, int[] first, int[] second) {
        int nbTerritories = records[record + 1] & 0xFFFF;
        int from = record + 2 + nbTerritories + ((nbTerritories + Integer.SIZE - 1) >> 5);
        int to = from + 2 * records[record];
        for (int i = from; i < to; i += 2) {
            int other = records[i + 1] & 0xFFFF;
            first[records[i]] = records[record + 2 + (records[i + 1] >>> 16)];
            second[records[i]] = other == CellRecords.NO_PLACE ? Edges.NOBODY : records[record + 2 + other];
        }
        return to;
    }

    private static void count(int[] ends, int territory) {
        if (territory != Edges.NOBODY) {
            ends[territory + 1]++;
        }
    }

    private static void put(int[] edges, int[] ends, int territory, int edge) {
        if (territory != Edges.NOBODY) {
            edges[ends[territory]++] = edge;
        }
    }

    private int start(int territory) {
        return territory == 0 ? 0 : ends[territory - 1];
    }

    /** Whether the territory holds the point, inside or on its border, whoever else does. */
    boolean covers(int territory, double x, double y) {
        double cx = Double.POSITIVE_INFINITY;
        double cy = Double.POSITIVE_INFINITY;
        for (int i = start(territory); i < ends[territory]; i++) {
            cx = Math.min(cx, Math.min(points[2 * edges[i]], points[2 * edges[i] + 2]));
            cy = Math.min(cy, Math.min(points[2 * edges[i] + 1], points[2 * edges[i] + 3]));
        }
        boolean inside = false;
        for (int i = start(territory); i < ends[territory]; i++) {
            int at = 2 * edges[i];
            int crossing =
                    Crossing.of(cx - 1, cy - 1, x, y, points[at], points[at + 1], points[at + 2], points[at + 3]);
            if (crossing == Crossing.ON) {
                return true;
            }
            inside ^= crossing == Crossing.CROSSED;
        }
        return inside;
    }

    /** The border's nearest point, where a unit of x is shortened to this share of a unit of y; null without border. */
    double[] nearest(int territory, double x, double y, double shortening) {
        double[] nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (int i = start(territory); i < ends[territory]; i++) {
            int at = 2 * edges[i];
            double ax = points[at];
            double ay = points[at + 1];
            double dx = points[at + 2] - ax;
            double dy = points[at + 3] - ay;
            double share = share((x - ax) * shortening, y - ay, dx * shortening, dy);
            double nx = ax + share * dx;
            double ny = ay + share * dy;
            double distance = Math.hypot((nx - x) * shortening, ny - y);
            if (distance < least) {
                least = distance;
                nearest = new double[] {nx, ny};
            }
        }
        return nearest;
    }

    /** How far along a segment, from 0 to 1, its nearest point to another is; both given from the segment's start. */
    private static double share(double px, double py, double dx, double dy) {
        return Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
    }
}

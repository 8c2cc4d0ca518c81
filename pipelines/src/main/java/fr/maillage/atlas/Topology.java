package fr.maillage.atlas;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Turns the polygons of a coverage into arcs that are stored once, each with the cell on its left and on its right.
 *
 * <p>Edges between two polygons of one cell vanish, so that adding communes under the number of their EPCI dissolves
 * them without computing any union: whatever is drawn from these arcs, at any level, shares its borders exactly.
 */
final class Topology {

    /** The number of what lies outside every cell. */
    static final int OUTSIDE = -1;

    /** A line of the grid between two cells; closed when its ends are the same. */
    record Arc(int left, int right, int[] xs, int[] ys) {}

    private record Segment(long from, long to) {}

    private static final class Edge {
        private final long from;
        private final long to;
        private int left = OUTSIDE;
        private int right = OUTSIDE;
        private boolean drawn;

        private Edge(Segment segment) {
            this.from = segment.from();
            this.to = segment.to();
        }

        private boolean separates() {
            return left != right;
        }

        private long other(long end) {
            return end == from ? to : from;
        }

        private boolean hasSidesOf(Edge edge) {
            return Math.min(left, right) == Math.min(edge.left, edge.right)
                    && Math.max(left, right) == Math.max(edge.left, edge.right);
        }
    }

    private final Grid grid;
    private final Map<Segment, Edge> edges = new LinkedHashMap<>();

    Topology(Grid grid) {
        this.grid = grid;
    }

    /** Adds a polygon or multipolygon to the cell of that number. */
    void add(int cell, Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                addRing(cell, polygon.getExteriorRing(), false);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    addRing(cell, polygon.getInteriorRingN(hole), true);
                }
            }
        }
    }

    private void addRing(int cell, LinearRing ring, boolean counterClockwise) {
        Coordinate[] coordinates = ring.getCoordinates();
        boolean forward = Orientation.isCCW(coordinates) == counterClockwise;
        long previous = grid.vertex(coordinates[0]);
        for (int i = 1; i < coordinates.length; i++) {
            long next = grid.vertex(coordinates[i]);
            if (next != previous) {
                addEdge(cell, forward ? previous : next, forward ? next : previous);
                previous = next;
            }
        }
    }

    /** The cell lies on the right of the way from one vertex to the other. */
    private void addEdge(int cell, long from, long to) {
        boolean ascending = from < to;
        Segment segment = ascending ? new Segment(from, to) : new Segment(to, from);
        Edge edge = edges.computeIfAbsent(segment, Edge::new);
        if (ascending) {
            edge.right = cell;
        } else {
            edge.left = cell;
        }
    }

    /** The arcs between different cells; every edge is in exactly one of them. */
    List<Arc> arcs() {
        Map<Long, List<Edge>> around = new LinkedHashMap<>();
        edges.values().stream().filter(Edge::separates).forEach(edge -> {
            around.computeIfAbsent(edge.from, vertex -> new ArrayList<>(2)).add(edge);
            around.computeIfAbsent(edge.to, vertex -> new ArrayList<>(2)).add(edge);
        });
        List<Arc> arcs = new ArrayList<>();
        around.forEach((vertex, touching) -> {
            if (isNode(touching)) {
                touching.stream().filter(edge -> !edge.drawn).forEach(edge -> arcs.add(walk(vertex, edge, around)));
            }
        });
        // What is left are rings that touch nothing: islands and enclaves.
        around.forEach((vertex, touching) ->
                touching.stream().filter(edge -> !edge.drawn).forEach(edge -> arcs.add(walk(vertex, edge, around))));
        return arcs;
    }

    private static boolean isNode(List<Edge> touching) {
        return touching.size() != 2 || !touching.get(0).hasSidesOf(touching.get(1));
    }

    private static Arc walk(long start, Edge first, Map<Long, List<Edge>> around) {
        Deque<Long> path = new ArrayDeque<>();
        path.add(start);
        long at = start;
        for (Edge edge = first; edge != null; edge = next(at, around)) {
            edge.drawn = true;
            at = edge.other(at);
            path.add(at);
        }
        boolean ascending = first.from == start;
        return new Arc(
                ascending ? first.left : first.right,
                ascending ? first.right : first.left,
                path.stream().mapToInt(Grid::x).toArray(),
                path.stream().mapToInt(Grid::y).toArray());
    }

    private static Edge next(long vertex, Map<Long, List<Edge>> around) {
        List<Edge> touching = around.get(vertex);
        if (isNode(touching)) {
            return null;
        }
        return touching.stream().filter(edge -> !edge.drawn).findFirst().orElse(null);
    }
}

package fr.maillage.geo;

import java.util.Arrays;

/**
 * The cells that edges cross, one after the other in an array of integers, as {@link PointIndex} reads them.
 *
 * <p>A record is: number of edges; number of territories and the attempt that gave the reference point; the territories
 * in increasing order; one bit for each that covers the reference point; and for each edge its number and the places of
 * its one or two territories.
 */
final class CellRecords {

    /** Place of a territory that is not there. */
    static final int NO_PLACE = 0xFFFF;

    private int[] data = new int[1 << 12];
    private int size;

    /** Writes a record and says where it starts. */
    int add(CellEdges cells, int cell, Edges edges, TerritorySet atReference, int attempt) {
        TerritorySet territories = new TerritorySet();
        territories.addAll(atReference);
        for (int i = cells.start(cell); i < cells.end(cell); i++) {
            territories.add(edges.first(cells.edge(i)));
            if (edges.second(cells.edge(i)) != Edges.NOBODY) {
                territories.add(edges.second(cells.edge(i)));
            }
        }
        if (territories.size() >= NO_PLACE) {
            throw new IllegalArgumentException(territories.size() + " territories meet in one cell");
        }
        int start = size;
        put(cells.end(cell) - cells.start(cell));
        put(attempt << 16 | territories.size());
        for (int i = 0; i < territories.size(); i++) {
            put(territories.get(i));
        }
        putBits(territories, atReference);
        for (int i = cells.start(cell); i < cells.end(cell); i++) {
            int edge = cells.edge(i);
            int second = edges.second(edge) == Edges.NOBODY ? NO_PLACE : territories.indexOf(edges.second(edge));
            put(edge);
            put(territories.indexOf(edges.first(edge)) << 16 | second);
        }
        return start;
    }

    private void putBits(TerritorySet territories, TerritorySet atReference) {
        for (int base = 0; base < territories.size(); base += Integer.SIZE) {
            int bits = 0;
            for (int i = base; i < Math.min(territories.size(), base + Integer.SIZE); i++) {
                bits |= atReference.contains(territories.get(i)) ? 1 << (i - base) : 0;
            }
            put(bits);
        }
    }

    private void put(int value) {
        if (size == data.length) {
            data = Arrays.copyOf(data, size + (size >> 1));
        }
        data[size++] = value;
    }

    int[] trimmed() {
        return Arrays.copyOf(data, size);
    }
}

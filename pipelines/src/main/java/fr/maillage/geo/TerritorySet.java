package fr.maillage.geo;

import java.util.Arrays;

/** A small sorted set of territories, for the few that cover one point. */
final class TerritorySet {

    private int[] values = new int[4];
    private int size;

    /** Takes the territory out when it is in, and in when it is out: one crossing of its border. */
    void toggle(int territory) {
        int at = Arrays.binarySearch(values, 0, size, territory);
        if (at >= 0) {
            System.arraycopy(values, at + 1, values, at, --size - at);
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        System.arraycopy(values, -at - 1, values, -at, size++ + at + 1);
        values[-at - 1] = territory;
    }

    void add(int territory) {
        if (!contains(territory)) {
            toggle(territory);
        }
    }

    void addAll(TerritorySet others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    void clear() {
        size = 0;
    }

    boolean contains(int territory) {
        return indexOf(territory) >= 0;
    }

    /** Place of the territory in increasing order; negative when it is not in. */
    int indexOf(int territory) {
        return Arrays.binarySearch(values, 0, size, territory);
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    /** The smallest territory; -1 when there is none. */
    int smallest() {
        return size == 0 ? -1 : values[0];
    }
}

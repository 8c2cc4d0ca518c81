package fr.maillage.gold.reseau;

import java.util.Arrays;

/**
 * Codes and their numbers, in the order in which they came.
 *
 * <p>Codes of one register differ in a few digits, whose hashes lie so close that the buckets of a {@code HashMap} become
 * trees; here they are spread over the whole table first.
 */
final class Numeros {

    /** 2 to the 32 over the golden ratio: neighbours are thrown far apart (Knuth, volume 3, 6.4). */
    private static final int SPREAD = 0x9E3779B9;

    private String[] codes = new String[16];
    /** Number of the code in each cell, and one; 0 where there is none. */
    private int[] cells = new int[64];

    private int size;

    int size() {
        return size;
    }

    /** The number of a code, which it gets the first time. */
    int of(String code) {
        int cell = cell(code);
        if (cells[cell] > 0) {
            return cells[cell] - 1;
        }
        if (4 * (size + 1) > cells.length) {
            enlarge();
            cell = cell(code);
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
        }
        codes[size] = code;
        cells[cell] = ++size;
        return size - 1;
    }

    String[] codes() {
        return Arrays.copyOf(codes, size);
    }

    private int cell(String code) {
        int mask = cells.length - 1;
        int cell = (code.hashCode() * SPREAD) >>> (32 - Integer.bitCount(mask));
        while (cells[cell] > 0 && !codes[cells[cell] - 1].equals(code)) {
            cell = (cell + 1) & mask;
        }
        return cell;
    }

    private void enlarge() {
        cells = new int[2 * cells.length];
        for (int number = 0; number < size; number++) {
            cells[cell(codes[number])] = number + 1;
        }
    }
}

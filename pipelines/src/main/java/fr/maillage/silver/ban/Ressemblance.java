package fr.maillage.silver.ban;

import fr.maillage.silver.finess.Mots;
import java.io.Serializable;

/**
 * How much two names of streets look alike, from 0 to 1: the words they share, counted in both.
 *
 * <p>A word typed with another letter counts 0.9, an initial for its word 0.8; a street type is half a word, for it is
 * what people leave out or confuse.
 */
final class Ressemblance implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double TYPE = 0.5;
    private static final double PRESQUE = 0.9;
    private static final double INITIALE = 0.8;
    /** Shorter words that differ by a letter are other words. */
    private static final int LETTRES = 5;

    private final Mots mots;

    Ressemblance(Mots mots) {
        this.mots = mots;
    }

    double of(String[] premier, String[] second) {
        double total = weight(premier) + weight(second);
        if (total == 0) {
            return 0;
        }
        boolean[] taken = new boolean[second.length];
        double common = 0;
        for (int i = 0; i < premier.length; i++) {
            common += best(premier, i, second, taken);
        }
        return Math.min(1, 2 * common / total);
    }

    /** What a word finds of itself in the other name; the word it finds is taken. */
    private double best(String[] premier, int at, String[] second, boolean[] taken) {
        double best = 0;
        int found = -1;
        for (int i = 0; i < second.length; i++) {
            double value =
                    taken[i] ? 0 : likeness(premier[at], second[i]) * Math.min(weight(premier, at), weight(second, i));
            if (value > best) {
                best = value;
                found = i;
            }
        }
        if (found >= 0) {
            taken[found] = true;
        }
        return best;
    }

    private double weight(String[] words) {
        double weight = 0;
        for (int i = 0; i < words.length; i++) {
            weight += weight(words, i);
        }
        return weight;
    }

    private double weight(String[] words, int at) {
        return at == 0 && mots.startsWithType(words) ? TYPE : 1;
    }

    private static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) && Character.isLetter(one.charAt(0)) ? INITIALE : 0;
        }
        return Math.min(one.length(), other.length()) >= LETTRES && differByOne(one, other) ? PRESQUE : 0;
    }

    /** One letter too many, missing, otherwise, or two neighbours exchanged. */
    private static boolean differByOne(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shortest = Math.min(one.length(), other.length());
        while (start < shortest && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        String left = one.substring(start, one.length() - end);
        String right = other.substring(start, other.length() - end);
        return (left.length() <= 1 && right.length() <= 1)
                || (left.length() == 2
                        && new StringBuilder(left).reverse().toString().equals(right));
    }
}

package fr.maillage.source;

/** Finds which character separates the values of a table written as text. */
public final class Separators {

    private static final String CANDIDATES = ";,\t|";

    private Separators() {}

    /** The candidate that stands most often in the first line outside quotes; a semicolon when there is none. */
    public static char of(String text) {
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                break;
            } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
                counts[CANDIDATES.indexOf(c)]++;
            }
        }
        return most(counts);
    }

    private static char most(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return CANDIDATES.charAt(best);
    }
}

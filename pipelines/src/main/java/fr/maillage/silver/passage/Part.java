package fr.maillage.silver.passage;

import java.io.Serializable;

/**
 * The share of a commune's inhabitants that live in a piece of it.
 *
 * @param basse the smallest share that any known population gives
 * @param haute the largest
 * @param millesime geography of the populations that weigh it, null when none does
 */
public record Part(double part, double basse, double haute, Nature nature, Integer millesime) implements Serializable {

    /** How a share is known. */
    public enum Nature {
        EXACT,
        PONDERE,
        INCONNU;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Nature of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    static final Part WHOLE = new Part(1, 1, 1, Nature.EXACT, null);

    /** A share among several of which nothing is known. */
    static Part unknown(int pieces) {
        return new Part(1.0 / pieces, 0, 1, Nature.INCONNU, null);
    }

    /** This share of a share. */
    Part within(Part outer) {
        boolean known = nature != Nature.INCONNU && outer.nature != Nature.INCONNU;
        return new Part(
                part * outer.part,
                basse * outer.basse,
                haute * outer.haute,
                known ? Nature.PONDERE : Nature.INCONNU,
                known ? outer.millesime : null);
    }
}

package fr.maillage.gold.reseau;

import java.util.Arrays;

/**
 * How many nodes several groups hold together, each counted once.
 *
 * <p>A bit per node says who was seen. Of a large group the bits stand ready and are laid over the others 64 at a time; of a
 * small one the members are gone through. The sum of squares that one pair after the other would take is what makes the
 * partners of a hundred thousand organisations dear.
 */
final class Reunions {

    /** A group has its bits ready when it has more members than a quarter of the words they take: 32 bytes a member. */
    private static final int MEMBERS_PER_WORD = 4;

    private final int[] debut;
    private final int[] membres;
    private final long[][] grands;
    private final long[] vus;
    private final int[] touches;
    private int trouves;
    private boolean couverts;
    private int noeud;

    /**
     * @param noeuds number of nodes
     * @param debut where the members of each group begin, and after the last where they end
     * @param membres of all groups, each node once in a group
     */
    Reunions(int noeuds, int[] debut, int[] membres) {
        this.debut = debut;
        this.membres = membres;
        this.vus = new long[(noeuds >> 6) + 1];
        this.touches = new int[noeuds];
        this.grands = new long[debut.length - 1][];
        for (int group = 0; group < grands.length; group++) {
            if (MEMBERS_PER_WORD * (long) (debut[group + 1] - debut[group]) > vus.length) {
                grands[group] = bits(group);
            }
        }
    }

    /** Begins to count the nodes other than this one. */
    void autour(int node) {
        noeud = node;
        vus[node >> 6] |= 1L << node;
    }

    void ajoute(int node) {
        long bit = 1L << node;
        if ((vus[node >> 6] & bit) == 0) {
            vus[node >> 6] |= bit;
            touches[trouves++] = node;
        }
    }

    void ajouteGroupe(int group) {
        long[] bits = grands[group];
        if (bits == null) {
            for (int at = debut[group]; at < debut[group + 1]; at++) {
                ajoute(membres[at]);
            }
            return;
        }
        couverts = true;
        for (int word = 0; word < bits.length; word++) {
            vus[word] |= bits[word];
        }
    }

    /** How many were added; forgets them. */
    int compte() {
        int count = couverts ? comptes() - 1 : trouves;
        if (couverts) {
            Arrays.fill(vus, 0);
        } else {
            vus[noeud >> 6] = 0;
            for (int i = 0; i < trouves; i++) {
                vus[touches[i] >> 6] = 0;
            }
        }
        trouves = 0;
        couverts = false;
        return count;
    }

    private int comptes() {
        int count = 0;
        for (long word : vus) {
            count += Long.bitCount(word);
        }
        return count;
    }

    private long[] bits(int group) {
        long[] bits = new long[vus.length];
        for (int at = debut[group]; at < debut[group + 1]; at++) {
            bits[membres[at] >> 6] |= 1L << membres[at];
        }
        return bits;
    }
}

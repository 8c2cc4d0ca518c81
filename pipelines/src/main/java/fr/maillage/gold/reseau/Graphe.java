package fr.maillage.gold.reseau;

import java.util.Arrays;

/**
 * The network on one day: the neighbours of every node side by side in one array, in order, each once.
 *
 * <p>Several links between two nodes are one edge, which keeps what they are (its flags).
 */
final class Graphe {

    /** The neighbour is a cooperation this node belongs to. */
    static final int MEMBRE_DE = 1;

    /** The neighbour is a member of this cooperation. */
    static final int A_MEMBRE = 2;

    /** A relation without direction. */
    static final int DIRECT = 4;

    /** A relation that goes to the neighbour, or comes from it. */
    static final int VERS = 8;

    static final int DEPUIS = 16;

    /** Any relation outside a membership. */
    static final int RELATION = DIRECT | VERS | DEPUIS;

    private static final int FLAG_BITS = 8;

    private final Reseau reseau;
    private final int[] debut;
    private final int[] voisins;
    private final byte[] drapeaux;

    private Graphe(Reseau reseau, int[] debut, int[] voisins, byte[] drapeaux) {
        this.reseau = reseau;
        this.debut = debut;
        this.voisins = voisins;
        this.drapeaux = drapeaux;
    }

    static Graphe of(Reseau reseau, Reseau.Liens liens, int jour) {
        int[] start = starts(reseau.size(), liens, jour);
        long[] entries = entries(start, liens, jour);
        int[] debut = new int[start.length];
        int kept = 0;
        for (int node = 0; node < reseau.size(); node++) {
            debut[node] = kept;
            Arrays.sort(entries, start[node], start[node + 1]);
            kept = merged(entries, start[node], start[node + 1], kept);
        }
        debut[reseau.size()] = kept;
        int[] voisins = new int[kept];
        byte[] drapeaux = new byte[kept];
        for (int at = 0; at < kept; at++) {
            voisins[at] = (int) (entries[at] >> FLAG_BITS);
            drapeaux[at] = (byte) entries[at];
        }
        return new Graphe(reseau, debut, voisins, drapeaux);
    }

    Reseau reseau() {
        return reseau;
    }

    /** Nodes, with a link on this day or not. */
    int size() {
        return debut.length - 1;
    }

    int degre(int node) {
        return debut[node + 1] - debut[node];
    }

    /** Where the neighbours of a node begin; they end where those of the next begin. */
    int debut(int node) {
        return debut[node];
    }

    int fin(int node) {
        return debut[node + 1];
    }

    int voisin(int at) {
        return voisins[at];
    }

    boolean est(int at, int flags) {
        return (drapeaux[at] & flags) != 0;
    }

    boolean estCooperation(int node) {
        return reseau.estCooperation(node);
    }

    /** Neighbours of a node whose edge has one of the flags. */
    int nombre(int node, int flags) {
        int count = 0;
        for (int at = debut[node]; at < debut[node + 1]; at++) {
            count += est(at, flags) ? 1 : 0;
        }
        return count;
    }

    /** The arrays themselves, for searches that go through all edges many times. */
    int[] debuts() {
        return debut;
    }

    int[] voisins() {
        return voisins;
    }

    private static int[] starts(int size, Reseau.Liens liens, int jour) {
        int[] start = new int[size + 1];
        for (int link = 0; link < liens.size; link++) {
            if (liens.holds(link, jour)) {
                start[liens.from[link] + 1]++;
                start[liens.to[link] + 1]++;
            }
        }
        for (int node = 0; node < size; node++) {
            start[node + 1] = Math.addExact(start[node], start[node + 1]);
        }
        return start;
    }

    /** Neighbour and flags in one number, so that sorting the numbers sorts the neighbours. */
    private static long[] entries(int[] start, Reseau.Liens liens, int jour) {
        long[] entries = new long[start[start.length - 1]];
        int[] next = start.clone();
        for (int link = 0; link < liens.size; link++) {
            if (liens.holds(link, jour)) {
                int from = liens.from[link];
                int to = liens.to[link];
                entries[next[from]++] = ((long) to << FLAG_BITS) | forth(liens.sorte[link]);
                entries[next[to]++] = ((long) from << FLAG_BITS) | back(liens.sorte[link]);
            }
        }
        return entries;
    }

    private static int forth(byte sorte) {
        return sorte == Reseau.MEMBRE ? MEMBRE_DE : sorte == Reseau.DIRECT ? DIRECT : VERS;
    }

    private static int back(byte sorte) {
        return sorte == Reseau.MEMBRE ? A_MEMBRE : sorte == Reseau.DIRECT ? DIRECT : DEPUIS;
    }

    /** Moves sorted entries down to {@code kept}, each neighbour once with all its flags; gives where they end. */
    private static int merged(long[] entries, int from, int to, int kept) {
        int first = kept;
        int end = kept;
        for (int at = from; at < to; at++) {
            if (end > first && (entries[end - 1] >> FLAG_BITS) == (entries[at] >> FLAG_BITS)) {
                entries[end - 1] |= entries[at];
            } else {
                entries[end++] = entries[at];
            }
        }
        return end;
    }
}

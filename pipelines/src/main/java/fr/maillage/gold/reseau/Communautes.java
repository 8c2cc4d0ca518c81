package fr.maillage.gold.reseau;

import java.util.Arrays;

/**
 * Groups of nodes with more links among themselves than chance would give: Louvain (Blondel and others 2008), maximising
 * modularity.
 *
 * <p>Nodes are visited in the order of their codes, a node moves only for a strictly better gain and of equal ones to the
 * first group, and gains are whole numbers: the same network gives the same groups whatever the order of its links.
 */
final class Communautes {

    private static final int MOST_PASSES = 20;
    /** A pass that moves fewer than one node in so many is the last. */
    private static final int FEW = 1000;

    private final Agregat agregat;
    private final int[] groupe;
    private final long[] total;
    private final long[] vers;
    private final int[] touches;

    private Communautes(Agregat agregat) {
        this.agregat = agregat;
        this.groupe = new int[agregat.size()];
        this.total = new long[agregat.size()];
        this.vers = new long[agregat.size()];
        this.touches = new int[agregat.size()];
        for (int node = 0; node < groupe.length; node++) {
            groupe[node] = node;
            total[node] = agregat.degre(node);
        }
    }

    /** The first node of the community of each node; a node without a link is its own. */
    static int[] of(Graphe graphe) {
        int[] membership = new int[graphe.size()];
        Arrays.setAll(membership, node -> node);
        Agregat agregat = Agregat.of(graphe);
        while (true) {
            int[] groups = numbered(new Communautes(agregat).moved());
            for (int node = 0; node < membership.length; node++) {
                membership[node] = groups[membership[node]];
            }
            Agregat next = agregat.grouped(groups);
            if (next.size() == agregat.size()) {
                return firsts(membership);
            }
            agregat = next;
        }
    }

    private int[] moved() {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            int count = 0;
            for (int node = 0; node < groupe.length; node++) {
                count += move(node) ? 1 : 0;
            }
            if (count <= groupe.length / FEW) {
                return groupe;
            }
        }
        return groupe;
    }

    private boolean move(int node) {
        int here = groupe[node];
        int found = weigh(node);
        long degree = agregat.degre(node);
        total[here] -= degree;
        int best = here;
        long bestGain = gain(here, degree);
        for (int i = 0; i < found; i++) {
            int other = touches[i];
            long gain = gain(other, degree);
            if (gain > bestGain || (gain == bestGain && best != here && other < best)) {
                best = other;
                bestGain = gain;
            }
        }
        total[best] += degree;
        groupe[node] = best;
        for (int i = 0; i < found; i++) {
            vers[touches[i]] = 0;
        }
        return best != here;
    }

    /** What ties the node to each group around it. */
    private int weigh(int node) {
        int found = 0;
        for (int at = agregat.debut(node); at < agregat.fin(node); at++) {
            int other = groupe[agregat.voisin(at)];
            if (vers[other] == 0) {
                touches[found++] = other;
            }
            vers[other] += agregat.poids(at);
        }
        return found;
    }

    /** What modularity gains from the node in the group, times a constant. */
    private long gain(int group, long degree) {
        return vers[group] * agregat.total() - degree * total[group];
    }

    /** Numbers groups from 0 in the order of their first node. */
    private static int[] numbered(int[] groups) {
        int[] number = new int[groups.length];
        Arrays.fill(number, -1);
        int[] numbered = new int[groups.length];
        int next = 0;
        for (int node = 0; node < groups.length; node++) {
            if (number[groups[node]] < 0) {
                number[groups[node]] = next++;
            }
            numbered[node] = number[groups[node]];
        }
        return numbered;
    }

    private static int[] firsts(int[] groups) {
        int[] first = new int[groups.length];
        Arrays.fill(first, -1);
        int[] firsts = new int[groups.length];
        for (int node = 0; node < groups.length; node++) {
            if (first[groups[node]] < 0) {
                first[groups[node]] = node;
            }
            firsts[node] = first[groups[node]];
        }
        return firsts;
    }
}

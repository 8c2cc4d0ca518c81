package fr.maillage.gold.reseau;

import java.util.Arrays;

/** A weighted graph whose nodes are groups of nodes of another; links within a group weigh on its degree alone. */
final class Agregat {

    private final int[] debut;
    private final int[] voisins;
    private final long[] poids;
    private final long[] degres;
    private final long total;

    private Agregat(int[] debut, int[] voisins, long[] poids, long[] degres) {
        this.debut = debut;
        this.voisins = voisins;
        this.poids = poids;
        this.degres = degres;
        this.total = Arrays.stream(degres).sum();
    }

    /** Every node by itself, every edge of weight one: the arrays of the graph, not copied. */
    static Agregat of(Graphe graphe) {
        long[] degrees = new long[graphe.size()];
        Arrays.setAll(degrees, graphe::degre);
        return new Agregat(graphe.debuts(), graphe.voisins(), null, degrees);
    }

    int size() {
        return degres.length;
    }

    int debut(int node) {
        return debut[node];
    }

    int fin(int node) {
        return debut[node + 1];
    }

    int voisin(int at) {
        return voisins[at];
    }

    long poids(int at) {
        return poids == null ? 1 : poids[at];
    }

    long degre(int node) {
        return degres[node];
    }

    /** Sum of degrees. */
    long total() {
        return total;
    }

    /** The graph of the groups, which are numbered from 0. */
    Agregat grouped(int[] groups) {
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        int[] start = new int[count + 1];
        for (int group : groups) {
            start[group + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] members = new int[groups.length];
        int[] next = start.clone();
        for (int node = 0; node < groups.length; node++) {
            members[next[groups[node]]++] = node;
        }
        return joined(groups, start, members);
    }

    private Agregat joined(int[] groups, int[] start, int[] members) {
        Assemblage joined = new Assemblage(start.length - 1);
        for (int group = 0; group < start.length - 1; group++) {
            for (int i = start[group]; i < start[group + 1]; i++) {
                joined.degres[group] += degres[members[i]];
                for (int at = debut(members[i]); at < fin(members[i]); at++) {
                    joined.add(group, groups[voisins[at]], poids(at));
                }
            }
            joined.close(group);
        }
        return new Agregat(joined.debut, joined.voisins, joined.poids, joined.degres);
    }

    /** Groups one after the other, each with the others it is linked to, in order. */
    private static final class Assemblage {

        private final int[] debut;
        private final long[] degres;
        private final long[] vers;
        private final int[] touches;
        private int[] voisins = new int[16];
        private long[] poids = new long[16];
        private int trouves;
        private int fin;

        Assemblage(int groups) {
            this.debut = new int[groups + 1];
            this.degres = new long[groups];
            this.vers = new long[groups];
            this.touches = new int[groups];
        }

        void add(int group, int other, long weight) {
            if (other == group) {
                return;
            }
            if (vers[other] == 0) {
                touches[trouves++] = other;
            }
            vers[other] += weight;
        }

        void close(int group) {
            Arrays.sort(touches, 0, trouves);
            if (fin + trouves > voisins.length) {
                voisins = Arrays.copyOf(voisins, 2 * (fin + trouves));
                poids = Arrays.copyOf(poids, 2 * (fin + trouves));
            }
            for (int i = 0; i < trouves; i++) {
                voisins[fin] = touches[i];
                poids[fin++] = vers[touches[i]];
                vers[touches[i]] = 0;
            }
            trouves = 0;
            debut[group + 1] = fin;
        }
    }
}

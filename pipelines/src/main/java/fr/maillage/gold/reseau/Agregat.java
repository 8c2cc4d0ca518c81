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
        int count = start.length - 1;
        int[] newStart = new int[count + 1];
        int[] newNeighbours = new int[16];
        long[] newWeights = new long[16];
        long[] newDegrees = new long[count];
        long[] weight = new long[count];
        int[] touched = new int[count];
        int end = 0;
        for (int group = 0; group < count; group++) {
            int found = 0;
            for (int i = start[group]; i < start[group + 1]; i++) {
                newDegrees[group] += degres[members[i]];
                for (int at = debut[members[i]]; at < debut[members[i] + 1]; at++) {
                    int other = groups[voisins[at]];
                    if (other != group) {
                        if (weight[other] == 0) {
                            touched[found++] = other;
                        }
                        weight[other] += poids(at);
                    }
                }
            }
            Arrays.sort(touched, 0, found);
            if (end + found > newNeighbours.length) {
                newNeighbours = Arrays.copyOf(newNeighbours, 2 * (end + found));
                newWeights = Arrays.copyOf(newWeights, 2 * (end + found));
            }
            for (int i = 0; i < found; i++) {
                newNeighbours[end] = touched[i];
                newWeights[end++] = weight[touched[i]];
                weight[touched[i]] = 0;
            }
            newStart[group + 1] = end;
        }
        return new Agregat(newStart, newNeighbours, newWeights, newDegrees);
    }
}

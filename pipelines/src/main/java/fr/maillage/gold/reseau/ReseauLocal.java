package fr.maillage.gold.reseau;

import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The part of the network that one territory holds: which of its nodes are tied to each other.
 *
 * <p>Two nodes are tied when they have an edge or are members of one cooperation, wherever that is. What is known of the
 * nodes of the last territory is overwritten, never cleared: marks hold the number of the territory. Its nodes are numbered
 * from 0, so that what is kept of a small territory is small.
 */
final class ReseauLocal {

    /** What is measured of a territory: see the contract of gold/reseau_par_territoire. */
    record Mesures(
            long noeuds, long relies, long liens, long arcs, long reciproques, long composantes, long plusGrande) {}

    private final Graphe graphe;
    private final int[] present;
    private final int[] place;
    private final int[] racine;
    private final int[] connue;
    private final int[] groupe;
    private final int[] taille;
    private int territoire;

    ReseauLocal(Graphe graphe) {
        int size = graphe.size();
        this.graphe = graphe;
        this.present = new int[size];
        this.place = new int[size];
        this.racine = new int[size];
        this.connue = new int[size];
        this.groupe = new int[size];
        this.taille = new int[size];
    }

    /**
     * @param noeuds the nodes the territory holds, in order
     * @param seuls nodes it holds besides, which have no link on any day
     */
    Mesures of(int[] noeuds, int seuls) {
        territoire++;
        for (int i = 0; i < noeuds.length; i++) {
            present[noeuds[i]] = territoire;
            place[noeuds[i]] = i;
            racine[i] = i;
        }
        Reunions reunions = reunions(noeuds, debuts(noeuds));
        long ends = 0;
        long arcs = 0;
        long reciproques = 0;
        for (int node : noeuds) {
            ends += lies(node, reunions);
            for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
                if (graphe.est(at, Graphe.VERS) && present[graphe.voisin(at)] == territoire) {
                    arcs++;
                    reciproques += graphe.est(at, Graphe.DEPUIS) ? 1 : 0;
                }
            }
        }
        int[] roots =
                IntStream.range(0, noeuds.length).map(this::racine).sorted().toArray();
        return mesures(roots, seuls, ends / 2, arcs, reciproques);
    }

    /** How many nodes of the territory this one is tied to. */
    private int lies(int node, Reunions reunions) {
        reunions.autour(place[node]);
        for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
            int other = graphe.voisin(at);
            if (present[other] == territoire) {
                reunions.ajoute(place[other]);
                unit(place[node], place[other]);
            }
            if (graphe.est(at, Graphe.MEMBRE_DE)) {
                reunions.ajouteGroupe(groupe[other]);
            }
        }
        return reunions.compte();
    }

    /** Numbers the cooperations that nodes of the territory are members of; where the members of each will begin. */
    private int[] debuts(int[] noeuds) {
        int groups = 0;
        for (int node : noeuds) {
            for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
                int other = graphe.voisin(at);
                if (graphe.est(at, Graphe.MEMBRE_DE) && connue[other] != territoire) {
                    connue[other] = territoire;
                    groupe[other] = groups;
                    taille[groups++] = 0;
                }
                if (graphe.est(at, Graphe.MEMBRE_DE)) {
                    taille[groupe[other]]++;
                }
            }
        }
        int[] start = new int[groups + 1];
        for (int group = 0; group < groups; group++) {
            start[group + 1] = start[group] + taille[group];
        }
        return start;
    }

    /** The cooperations with those of their members that the territory holds, who are tied through them. */
    private Reunions reunions(int[] noeuds, int[] start) {
        int[] members = new int[start[start.length - 1]];
        int[] next = start.clone();
        for (int node : noeuds) {
            for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
                if (graphe.est(at, Graphe.MEMBRE_DE)) {
                    int group = groupe[graphe.voisin(at)];
                    members[next[group]++] = place[node];
                    unit(place[node], members[start[group]]);
                }
            }
        }
        return new Reunions(noeuds.length, start, members);
    }

    private void unit(int node, int other) {
        racine[racine(other)] = racine(node);
    }

    private static Mesures mesures(int[] racines, int seuls, long liens, long arcs, long reciproques) {
        long components = seuls;
        long largest = Math.min(1, seuls);
        long tied = 0;
        for (int from = 0; from < racines.length; ) {
            int to = from;
            while (to < racines.length && racines[to] == racines[from]) {
                to++;
            }
            components++;
            largest = Math.max(largest, to - from);
            tied += to - from > 1 ? to - from : 0;
            from = to;
        }
        return new Mesures((long) racines.length + seuls, tied, liens, arcs, reciproques, components, largest);
    }

    private int racine(int node) {
        int at = node;
        while (racine[at] != at) {
            racine[at] = racine[racine[at]];
            at = racine[at];
        }
        return at;
    }

    /**
     * How many a public authority speaks with: managers, of whom those that a cooperation speaks for count once.
     *
     * <p>Of several cooperations the one with most managers in the territory speaks for a manager, then the first.
     *
     * @param gestionnaires nodes that manage a medico-social establishment in the territory
     * @param portent whether a cooperation speaks for its members
     */
    long interlocuteurs(int[] gestionnaires, boolean[] portent) {
        TreeMap<Integer, Integer> managers = new TreeMap<>();
        for (int node : gestionnaires) {
            for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
                if (graphe.est(at, Graphe.MEMBRE_DE) && portent[graphe.voisin(at)]) {
                    managers.merge(graphe.voisin(at), 1, Integer::sum);
                }
            }
        }
        return IntStream.of(gestionnaires)
                .map(node -> porteParole(node, portent, managers))
                .distinct()
                .count();
    }

    private int porteParole(int node, boolean[] portent, TreeMap<Integer, Integer> managers) {
        int chosen = node;
        int most = 0;
        for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
            int cooperation = graphe.voisin(at);
            if (graphe.est(at, Graphe.MEMBRE_DE) && portent[cooperation] && managers.get(cooperation) > most) {
                most = managers.get(cooperation);
                chosen = cooperation;
            }
        }
        return chosen;
    }
}

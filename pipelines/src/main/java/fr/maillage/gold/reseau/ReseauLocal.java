package fr.maillage.gold.reseau;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The part of the network that one territory holds: which of its nodes are tied to each other.
 *
 * <p>Two nodes are tied when they have an edge or are members of one cooperation, wherever that is. What is known of the
 * nodes of the last territory is overwritten, never cleared: marks hold the number of the territory.
 */
final class ReseauLocal {

    /** What is measured of a territory: see the contract of gold/reseau_par_territoire. */
    record Mesures(
            long noeuds, long relies, long liens, long arcs, long reciproques, long composantes, long plusGrande) {}

    private static final int AUCUN = -1;

    private final Graphe graphe;
    private final int[] present;
    private final int[] vu;
    private final int[] racine;
    private final int[] dernier;
    private final int[] liste;
    private int[] membre = new int[16];
    private int[] avant = new int[16];
    private int inscrits;
    private int territoire;
    private int question;

    ReseauLocal(Graphe graphe) {
        this.graphe = graphe;
        this.present = new int[graphe.size()];
        this.vu = new int[graphe.size()];
        this.racine = new int[graphe.size()];
        this.dernier = new int[graphe.size()];
        this.liste = new int[graphe.size()];
    }

    /**
     * @param noeuds the nodes the territory holds, in order
     * @param seuls nodes it holds besides, which have no link on any day
     */
    Mesures of(int[] noeuds, int seuls) {
        territoire++;
        inscrits = 0;
        for (int node : noeuds) {
            present[node] = territoire;
            racine[node] = node;
        }
        long liens = 0;
        long arcs = 0;
        long reciproques = 0;
        for (int node : noeuds) {
            liens += plusTot(node);
            for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
                if (graphe.est(at, Graphe.VERS) && present[graphe.voisin(at)] == territoire) {
                    arcs++;
                    reciproques += graphe.est(at, Graphe.DEPUIS) ? 1 : 0;
                }
            }
        }
        int[] tailles = IntStream.of(noeuds).map(this::racine).sorted().toArray();
        return mesures(tailles, seuls, liens, arcs, reciproques);
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

    /** Nodes before this one that it is tied to, each once; then it stands in the lists of its cooperations. */
    private int plusTot(int node) {
        question++;
        int count = 0;
        for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
            int other = graphe.voisin(at);
            if (other < node && present[other] == territoire) {
                count += lie(node, other);
            }
            if (graphe.est(at, Graphe.MEMBRE_DE)) {
                count += membresAvant(node, other);
                inscrit(node, other);
            }
        }
        return count;
    }

    private int membresAvant(int node, int cooperation) {
        if (liste[cooperation] != territoire) {
            return 0;
        }
        int count = 0;
        for (int at = dernier[cooperation]; at != AUCUN; at = avant[at]) {
            count += lie(node, membre[at]);
        }
        return count;
    }

    private void inscrit(int node, int cooperation) {
        if (inscrits == membre.length) {
            membre = Arrays.copyOf(membre, 2 * inscrits);
            avant = Arrays.copyOf(avant, 2 * inscrits);
        }
        avant[inscrits] = liste[cooperation] == territoire ? dernier[cooperation] : AUCUN;
        membre[inscrits] = node;
        dernier[cooperation] = inscrits++;
        liste[cooperation] = territoire;
    }

    private int lie(int node, int other) {
        if (vu[other] == question) {
            return 0;
        }
        vu[other] = question;
        racine[racine(other)] = racine(node);
        return 1;
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

package fr.maillage.gold.reseau;

import java.util.Arrays;

/**
 * What holds the network together: articulation points, bridges, and what each node would cut off by leaving.
 *
 * <p>One depth-first search (Hopcroft and Tarjan 1973, Tarjan 1974), without recursion, linear in nodes and edges. A node
 * that leaves breaks its component in pieces: the subtrees that no other way joins to what is above it, and the rest. What
 * is lost is all of it but the piece with most organisations (then most cooperations).
 */
final class Articulations {

    private final Graphe graphe;
    private final int[] rang;
    private final int[] bas;
    private final int[] parent;
    private final int[] suivant;
    private final int[] ordre;
    private final int[] organisations;
    private final int[] cooperations;
    private final int[] morceaux;
    private final int[] organisationsCoupees;
    private final int[] cooperationsCoupees;
    private final int[] organisationsDuPlusGrand;
    private final int[] cooperationsDuPlusGrand;
    private final int[] ponts;
    private int vus;

    private Articulations(Graphe graphe) {
        int size = graphe.size();
        this.graphe = graphe;
        this.rang = new int[size];
        this.bas = new int[size];
        this.parent = new int[size];
        this.suivant = new int[size];
        this.ordre = new int[size];
        this.organisations = new int[size];
        this.cooperations = new int[size];
        this.morceaux = new int[size];
        this.organisationsCoupees = new int[size];
        this.cooperationsCoupees = new int[size];
        this.organisationsDuPlusGrand = new int[size];
        this.cooperationsDuPlusGrand = new int[size];
        this.ponts = new int[size];
        Arrays.fill(rang, -1);
    }

    static Articulations of(Graphe graphe) {
        Articulations found = new Articulations(graphe);
        for (int node = 0; node < graphe.size(); node++) {
            if (found.rang[node] < 0 && graphe.degre(node) > 0) {
                found.component(node);
            }
        }
        return found;
    }

    /** Whether the component of the node falls apart without it. */
    boolean estArticulation(int node) {
        return morceaux[node] > 1;
    }

    /** Links of the node without which its component falls apart. */
    int ponts(int node) {
        return ponts[node];
    }

    /** Organisations that the node cuts off from the largest piece by leaving. */
    int organisationsSeparees(int node) {
        return organisationsCoupees[node] - organisationsDuPlusGrand[node];
    }

    int cooperationsSeparees(int node) {
        return cooperationsCoupees[node] - cooperationsDuPlusGrand[node];
    }

    private void component(int root) {
        int first = vus;
        enter(root, -1);
        int node = root;
        while (node >= 0) {
            if (suivant[node] < graphe.fin(node)) {
                node = follow(node, graphe.voisin(suivant[node]++));
            } else {
                leave(node);
                node = parent[node];
            }
        }
        for (int at = first + 1; at < vus; at++) {
            rest(ordre[at], root);
        }
    }

    private int follow(int node, int next) {
        if (rang[next] < 0) {
            enter(next, node);
            return next;
        }
        if (next != parent[node]) {
            bas[node] = Math.min(bas[node], rang[next]);
        }
        return node;
    }

    private void enter(int node, int from) {
        ordre[vus] = node;
        rang[node] = vus;
        bas[node] = vus++;
        parent[node] = from;
        suivant[node] = graphe.debut(node);
        organisations[node] = graphe.estCooperation(node) ? 0 : 1;
        cooperations[node] = graphe.estCooperation(node) ? 1 : 0;
    }

    private void leave(int node) {
        int above = parent[node];
        if (above < 0) {
            return;
        }
        bas[above] = Math.min(bas[above], bas[node]);
        organisations[above] += organisations[node];
        cooperations[above] += cooperations[node];
        if (bas[node] > rang[above]) {
            ponts[above]++;
            ponts[node]++;
        }
        if (bas[node] >= rang[above]) {
            piece(above, organisations[node], cooperations[node]);
        }
    }

    /** Where a node other than the root leaves, what no subtree of its own holds is a piece too. */
    private void rest(int node, int root) {
        int own = graphe.estCooperation(node) ? 1 : 0;
        piece(
                node,
                organisations[root] - (1 - own) - organisationsCoupees[node],
                cooperations[root] - own - cooperationsCoupees[node]);
    }

    private void piece(int node, int nbOrganisations, int nbCooperations) {
        morceaux[node]++;
        organisationsCoupees[node] += nbOrganisations;
        cooperationsCoupees[node] += nbCooperations;
        boolean larger = nbOrganisations > organisationsDuPlusGrand[node]
                || (nbOrganisations == organisationsDuPlusGrand[node]
                        && nbCooperations > cooperationsDuPlusGrand[node]);
        if (larger) {
            organisationsDuPlusGrand[node] = nbOrganisations;
            cooperationsDuPlusGrand[node] = nbCooperations;
        }
    }
}

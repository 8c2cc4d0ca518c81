package fr.maillage.gold.reseau;

import java.util.Arrays;

/** Which nodes reach each other: every component under its first node. A node without a link is in none. */
final class Composantes {

    /** The component of a node without a link. */
    static final int AUCUNE = -1;

    private final int[] composante;
    private final int[] noeuds;
    private final int[] debut;

    private Composantes(int[] composante, int[] noeuds, int[] debut) {
        this.composante = composante;
        this.noeuds = noeuds;
        this.debut = debut;
    }

    /** Searches in the order of nodes: linear in nodes and edges. */
    static Composantes of(Graphe graphe) {
        int size = graphe.size();
        int[] composante = new int[size];
        Arrays.fill(composante, AUCUNE);
        int[] queue = new int[size];
        int[] starts = new int[size + 1];
        int found = 0;
        int components = 0;
        for (int node = 0; node < size; node++) {
            if (composante[node] == AUCUNE && graphe.degre(node) > 0) {
                starts[components++] = found;
                found = search(graphe, node, composante, queue, found);
            }
        }
        starts[components] = found;
        return new Composantes(composante, Arrays.copyOf(queue, found), Arrays.copyOf(starts, components + 1));
    }

    private static int search(Graphe graphe, int root, int[] composante, int[] queue, int from) {
        int end = from;
        queue[end++] = root;
        composante[root] = root;
        for (int head = from; head < end; head++) {
            int node = queue[head];
            for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
                int next = graphe.voisin(at);
                if (composante[next] == AUCUNE) {
                    composante[next] = root;
                    queue[end++] = next;
                }
            }
        }
        return end;
    }

    /** The first node of the component of a node, or {@link #AUCUNE}. */
    int of(int node) {
        return composante[node];
    }

    /** Number of components. */
    int size() {
        return debut.length - 1;
    }

    /** The nodes of the nth component, in order. */
    int[] noeuds(int nth) {
        int[] nodes = Arrays.copyOfRange(noeuds, debut[nth], debut[nth + 1]);
        Arrays.sort(nodes);
        return nodes;
    }

    /** Number of nodes of each component, by its first node; 0 elsewhere. */
    int[] tailles() {
        int[] sizes = new int[composante.length];
        for (int nth = 0; nth < size(); nth++) {
            sizes[composante[noeuds[debut[nth]]]] = debut[nth + 1] - debut[nth];
        }
        return sizes;
    }
}

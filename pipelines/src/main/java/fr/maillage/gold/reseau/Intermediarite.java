package fr.maillage.gold.reseau;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How often a node lies on the shortest ways between two others: betweenness (Freeman 1977), from 0 to 1.
 *
 * <p>By one search per node (Brandes 2001) in components of up to {@code exacts} nodes. In larger ones from a sample of
 * {@code pivots} sources (Brandes and Pich 2007), the same for the same codes, the sum taken times nodes over pivots. The
 * number of ways through a node is divided by that of the pairs of other nodes of its component.
 */
final class Intermediarite {

    private static final double DECIMALS = 1e9;

    private final Graphe graphe;
    private final double[] valeurs;
    private final int[] sources;
    private final Chemins chemins;

    private Intermediarite(Graphe graphe) {
        this.graphe = graphe;
        this.valeurs = new double[graphe.size()];
        this.sources = new int[graphe.size()];
        this.chemins = new Chemins(graphe, valeurs);
        Arrays.fill(valeurs, Double.NaN);
    }

    static Intermediarite of(Graphe graphe, Composantes composantes, long exacts, long pivots) {
        Intermediarite measured = new Intermediarite(graphe);
        for (int nth = 0; nth < composantes.size(); nth++) {
            int[] nodes = composantes.noeuds(nth);
            if (nodes.length > 2) {
                measured.component(nodes, nodes.length <= exacts ? nodes : measured.drawn(nodes, pivots));
            }
        }
        return measured;
    }

    /** Null for a node of a component of fewer than three: there is no pair of others. */
    Double valeur(int node) {
        return Double.isNaN(valeurs[node]) ? null : valeurs[node];
    }

    /** Sources the value was computed from: as many as the component has nodes when it is exact. */
    int sources(int node) {
        return sources[node];
    }

    private void component(int[] nodes, int[] from) {
        for (int node : nodes) {
            valeurs[node] = 0;
            sources[node] = from.length;
        }
        chemins.entre(nodes);
        for (int source : from) {
            chemins.depuis(source);
        }
        double n = nodes.length;
        double scale = n / from.length / ((n - 1) * (n - 2));
        for (int node : nodes) {
            valeurs[node] = Math.rint(Math.min(1, valeurs[node] * scale) * DECIMALS) / DECIMALS;
        }
    }

    /** Pivots by a hash of their codes, in order. */
    private int[] drawn(int[] nodes, long pivots) {
        return IntStream.of(nodes)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(
                                node -> mixed(graphe.reseau().code(node).hashCode()))
                        .thenComparingInt(node -> node))
                .limit(Math.max(1, pivots))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** A number that depends on the value alone, as good as drawn (SplittableRandom's mixer). */
    private static long mixed(long value) {
        long mixed = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

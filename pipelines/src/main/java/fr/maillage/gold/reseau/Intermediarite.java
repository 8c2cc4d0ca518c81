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
    private final int[] distance;
    private final double[] chemins;
    private final double[] dependance;
    private final int[] queue;

    private Intermediarite(Graphe graphe) {
        int size = graphe.size();
        this.graphe = graphe;
        this.valeurs = new double[size];
        this.sources = new int[size];
        this.distance = new int[size];
        this.chemins = new double[size];
        this.dependance = new double[size];
        this.queue = new int[size];
        Arrays.fill(distance, -1);
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
        for (int source : from) {
            accumulate(search(source));
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

    /** Nodes reached from the source, nearest first, with their distance and number of shortest ways. */
    private int search(int source) {
        int[] debuts = graphe.debuts();
        int[] voisins = graphe.voisins();
        int end = 0;
        queue[end++] = source;
        distance[source] = 0;
        chemins[source] = 1;
        for (int head = 0; head < end; head++) {
            int node = queue[head];
            for (int at = debuts[node]; at < debuts[node + 1]; at++) {
                int next = voisins[at];
                if (distance[next] < 0) {
                    distance[next] = distance[node] + 1;
                    queue[end++] = next;
                }
                if (distance[next] == distance[node] + 1) {
                    chemins[next] += chemins[node];
                }
            }
        }
        return end;
    }

    /** Goes back from the farthest node, adds what each lies on, and clears what the search left. */
    private void accumulate(int reached) {
        int[] debuts = graphe.debuts();
        int[] voisins = graphe.voisins();
        for (int at = reached - 1; at > 0; at--) {
            int node = queue[at];
            double share = (1 + dependance[node]) / chemins[node];
            for (int edge = debuts[node]; edge < debuts[node + 1]; edge++) {
                int before = voisins[edge];
                if (distance[before] == distance[node] - 1) {
                    dependance[before] += chemins[before] * share;
                }
            }
            valeurs[node] += dependance[node];
        }
        for (int at = 0; at < reached; at++) {
            int node = queue[at];
            distance[node] = -1;
            chemins[node] = 0;
            dependance[node] = 0;
        }
    }

    /** A number that depends on the value alone, as good as drawn (SplittableRandom's mixer). */
    private static long mixed(long value) {
        long mixed = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

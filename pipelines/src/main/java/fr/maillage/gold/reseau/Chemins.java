package fr.maillage.gold.reseau;

/**
 * The shortest ways from one node to all others of its component, and what each node lies on of them (Brandes 2001).
 *
 * <p>Nodes are reached level by level. The edges between two levels are seen from both; they are read from the side that has
 * fewer (Beamer, Asanović and Patterson 2012): in a network where nearly all is three steps away the edges of that one level,
 * most of all, are hardly ever read. Levels are known by their remainder of three, since neighbours are at most one apart.
 */
final class Chemins {

    private static final int LEVELS = 3;

    private final int[] debuts;
    private final int[] voisins;
    private final double[] valeurs;
    private final byte[] niveau;
    private final double[] nombre;
    private final double[] part;
    private final int[] atteints;
    private final int[] fins;
    private final long[] aretes;
    private int[] noeuds;
    private long aretesEnTout;

    /**
     * @param valeurs where what each node lies on is added up
     */
    Chemins(Graphe graphe, double[] valeurs) {
        int size = graphe.size();
        this.debuts = graphe.debuts();
        this.voisins = graphe.voisins();
        this.valeurs = valeurs;
        this.niveau = new byte[size];
        this.nombre = new double[size];
        this.part = new double[size];
        this.atteints = new int[size];
        this.fins = new int[size + 1];
        this.aretes = new long[size + 1];
    }

    /** The component in which ways are looked for from now on. */
    void entre(int[] component) {
        noeuds = component;
        aretesEnTout = 0;
        for (int node : component) {
            aretesEnTout += degre(node);
        }
    }

    /** Adds to each node but the source the share of the shortest ways from the source that pass through it. */
    void depuis(int source) {
        int deepest = reach(source);
        for (int depth = deepest; depth > 0; depth--) {
            for (int i = fins[depth - 1]; i < fins[depth]; i++) {
                int node = atteints[i];
                valeurs[node] += part[node];
                part[node] = (1 + part[node]) / nombre[node];
            }
            share(depth);
        }
        for (int node : noeuds) {
            niveau[node] = 0;
        }
    }

    /** Numbers of shortest ways, level by level; gives the last level. */
    private int reach(int source) {
        int end = reached(source, level(0), 0, 1);
        fins[0] = end;
        aretes[0] = degre(source);
        long left = aretesEnTout - aretes[0];
        int depth = 0;
        while (end < noeuds.length) {
            int from = depth == 0 ? 0 : fins[depth - 1];
            int next = aretes[depth] <= left ? forward(from, end, depth) : backward(end, depth);
            depth++;
            fins[depth] = next;
            aretes[depth] = degres(end, next);
            left -= aretes[depth];
            end = next;
        }
        return depth;
    }

    /** From the nodes of a level to their neighbours that are farther. */
    private int forward(int from, int to, int depth) {
        byte farther = level(depth + 1);
        int end = to;
        for (int i = from; i < to; i++) {
            int node = atteints[i];
            double ways = nombre[node];
            for (int at = debuts[node]; at < debuts[node + 1]; at++) {
                int next = voisins[at];
                if (niveau[next] == 0) {
                    end = reached(next, farther, end, 0);
                }
                if (niveau[next] == farther) {
                    nombre[next] += ways;
                }
            }
        }
        return end;
    }

    /** From the nodes that are not reached yet to their neighbours that are. */
    private int backward(int to, int depth) {
        byte here = level(depth);
        byte farther = level(depth + 1);
        int end = to;
        for (int node : noeuds) {
            if (niveau[node] == 0) {
                double ways = 0;
                for (int at = debuts[node]; at < debuts[node + 1]; at++) {
                    ways += niveau[voisins[at]] == here ? nombre[voisins[at]] : 0;
                }
                end = ways > 0 ? reached(node, farther, end, ways) : end;
            }
        }
        return end;
    }

    private int reached(int node, byte at, int end, double ways) {
        niveau[node] = at;
        nombre[node] = ways;
        part[node] = 0;
        atteints[end] = node;
        return end + 1;
    }

    /** What the nodes of a level lie on goes to those before them, by the ways that lead there. */
    private void share(int depth) {
        if (aretes[depth] <= aretes[depth - 1]) {
            give(depth);
        } else {
            take(depth);
        }
    }

    private void give(int depth) {
        byte nearer = level(depth - 1);
        for (int i = fins[depth - 1]; i < fins[depth]; i++) {
            int node = atteints[i];
            for (int at = debuts[node]; at < debuts[node + 1]; at++) {
                int before = voisins[at];
                if (niveau[before] == nearer) {
                    part[before] += nombre[before] * part[node];
                }
            }
        }
    }

    private void take(int depth) {
        byte farther = level(depth);
        for (int i = depth == 1 ? 0 : fins[depth - 2]; i < fins[depth - 1]; i++) {
            int node = atteints[i];
            double sum = 0;
            for (int at = debuts[node]; at < debuts[node + 1]; at++) {
                sum += niveau[voisins[at]] == farther ? part[voisins[at]] : 0;
            }
            part[node] = nombre[node] * sum;
        }
    }

    private long degres(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += degre(atteints[i]);
        }
        return sum;
    }

    private int degre(int node) {
        return debuts[node + 1] - debuts[node];
    }

    private static byte level(int depth) {
        return (byte) (1 + depth % LEVELS);
    }
}

package fr.maillage.gold.reseau;

import fr.maillage.MaillageException;
import java.util.Arrays;

/**
 * The dated links of a network in arrays, seventeen bytes each: ten million of them fit in 170 MB.
 *
 * <p>Nodes are numbered in the order of their codes, so that nothing computed from them depends on the order of the links.
 */
final class Reseau {

    /** What a link is: from a member to its cooperation, without direction, or from one end to the other. */
    static final byte MEMBRE = 1;

    static final byte DIRECT = 2;
    static final byte ORIENTE = 3;

    /** A day before and one after all others, for links whose start or end is unknown. */
    static final int TOUJOURS = Integer.MIN_VALUE;

    static final int SANS_FIN = Integer.MAX_VALUE;

    /** Arrays of Java have no more cells, and each link takes two. */
    private static final int MOST_LINKS = 1_000_000_000;

    private final String[] codes;
    private final boolean[] cooperations;
    private final Liens liens;

    private Reseau(String[] codes, Liens liens) {
        this.codes = codes;
        this.liens = liens;
        this.cooperations = new boolean[codes.length];
        for (int node = 0; node < codes.length; node++) {
            cooperations[node] = codes[node].startsWith("coop:");
        }
    }

    int size() {
        return codes.length;
    }

    String code(int node) {
        return codes[node];
    }

    boolean estCooperation(int node) {
        return cooperations[node];
    }

    /** The number of a node; negative when it has no link on any day. */
    int numero(String code) {
        return Arrays.binarySearch(codes, code);
    }

    /** The graph of the links that hold on a day (since 1 January 1970). */
    Graphe on(int jour) {
        return Graphe.of(this, liens, jour);
    }

    /** Links as they come, in any order; the same link twice is one. */
    static final class Builder {

        private final Numeros numeros = new Numeros();
        private final Liens liens = new Liens();

        Builder add(String from, String to, byte sorte, int du, int au) {
            if (liens.size >= MOST_LINKS) {
                throw new MaillageException("Cannot compute the network: it has more than " + MOST_LINKS
                        + " dated links. Load fewer relations.");
            }
            liens.add(numeros.of(from), numeros.of(to), sorte, du, au);
            return this;
        }

        Reseau build() {
            String[] known = numeros.codes();
            String[] codes = known.clone();
            Arrays.sort(codes);
            int[] renumbered = new int[codes.length];
            for (int number = 0; number < codes.length; number++) {
                renumbered[number] = Arrays.binarySearch(codes, known[number]);
            }
            for (int link = 0; link < liens.size; link++) {
                liens.from[link] = renumbered[liens.from[link]];
                liens.to[link] = renumbered[liens.to[link]];
            }
            return new Reseau(codes, liens);
        }
    }

    /** Five arrays that grow together. */
    static final class Liens {

        int[] from = new int[16];
        int[] to = new int[16];
        int[] du = new int[16];
        int[] au = new int[16];
        byte[] sorte = new byte[16];
        int size;

        private void add(int a, int b, byte kind, int since, int until) {
            if (size == from.length) {
                int larger = (int) Math.min(size * 2L, MOST_LINKS);
                from = Arrays.copyOf(from, larger);
                to = Arrays.copyOf(to, larger);
                du = Arrays.copyOf(du, larger);
                au = Arrays.copyOf(au, larger);
                sorte = Arrays.copyOf(sorte, larger);
            }
            from[size] = a;
            to[size] = b;
            du[size] = since;
            au[size] = until;
            sorte[size++] = kind;
        }

        /** Whether a link holds on a day and ties two nodes. */
        boolean holds(int link, int jour) {
            return du[link] <= jour && jour <= au[link] && from[link] != to[link];
        }
    }
}

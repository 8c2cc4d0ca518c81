package fr.maillage.silver.doublon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What links connect, by union and find, the surest links first.
 *
 * <p>A person's no is kept through others as well: a link that would bring two establishments together that are said to
 * be two is left out, and the weaker side of the chain stands alone.
 */
final class Grappes {

    /** One establishment of a cluster, with the best of its links. */
    record Membre(String grappe, double score, List<String> champs, boolean confirme, long nombre)
            implements Serializable {}

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, TreeSet<String>> membres = new HashMap<>();
    private final Map<String, TreeSet<String>> separes = new HashMap<>();
    private final Map<String, Lien> meilleurs = new HashMap<>();
    private final TreeSet<String> confirmes = new TreeSet<>();

    private Grappes() {}

    /** The establishments of all clusters by their number; the order of the links does not count. */
    static Map<String, Membre> of(List<Lien> liens) {
        Grappes grappes = new Grappes();
        liens.stream().filter(Lien::isDenied).forEach(grappes::separate);
        liens.stream().filter(lien -> !lien.isDenied()).sorted(Lien.ORDRE).forEach(grappes::join);
        return grappes.result();
    }

    private void separate(Lien lien) {
        separes.computeIfAbsent(lien.premier(), one -> new TreeSet<>()).add(lien.second());
        separes.computeIfAbsent(lien.second(), one -> new TreeSet<>()).add(lien.premier());
    }

    private void join(Lien lien) {
        String one = root(lien.premier());
        String other = root(lien.second());
        if (!one.equals(other)) {
            if (areSeparate(one, other)) {
                return;
            }
            union(one, other);
        }
        for (String numero : List.of(lien.premier(), lien.second())) {
            meilleurs.merge(numero, lien, (best, next) -> next.score() > best.score() ? next : best);
            if (lien.isConfirmed()) {
                confirmes.add(numero);
            }
        }
    }

    private String root(String numero) {
        String root = numero;
        while (!parents.getOrDefault(root, root).equals(root)) {
            root = parents.get(root);
        }
        parents.put(numero, root);
        membres.computeIfAbsent(root, one -> new TreeSet<>(List.of(one)));
        return root;
    }

    private boolean areSeparate(String one, String other) {
        return membres.get(one).stream()
                .anyMatch(numero -> separes.containsKey(numero)
                        && separes.get(numero).stream()
                                .anyMatch(denied -> membres.get(other).contains(denied)));
    }

    /** The smaller number stays the root, so that a cluster is named by its smallest member. */
    private void union(String one, String other) {
        String root = one.compareTo(other) < 0 ? one : other;
        String joined = root.equals(one) ? other : one;
        parents.put(joined, root);
        membres.get(root).addAll(membres.remove(joined));
    }

    private Map<String, Membre> result() {
        Map<String, Membre> result = new HashMap<>();
        for (Map.Entry<String, TreeSet<String>> grappe : membres.entrySet()) {
            if (grappe.getValue().size() > 1) {
                for (String numero : grappe.getValue()) {
                    Lien best = meilleurs.get(numero);
                    result.put(
                            numero,
                            new Membre(
                                    "doublon:" + grappe.getKey(),
                                    best.score(),
                                    new ArrayList<>(best.champs()),
                                    confirmes.contains(numero),
                                    grappe.getValue().size()));
                }
            }
        }
        return result;
    }
}

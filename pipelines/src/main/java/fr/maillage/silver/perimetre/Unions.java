package fr.maillage.silver.perimetre;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What unions of territories are made of, down to territories that are no unions.
 *
 * <p>A union that names one that does not exist, is refused, or leads to one, is refused itself; so is one that leads to a
 * cycle, even if it is not part of it.
 */
final class Unions implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * A territory as declared.
     *
     * @param membres the territories it is the union of; null when it is none
     * @param bon whether nothing refused it so far
     */
    record Declare(String code, List<String> membres, boolean bon) {}

    /** The territories a union is made of, or the rule that refuses it. */
    record Union(List<String> composants, String regle) implements Serializable {}

    private final Map<String, Union> unions = new HashMap<>();

    private Unions() {}

    static Unions of(List<Declare> declares) {
        Map<String, Declare> parCode = new HashMap<>();
        declares.forEach(one -> parCode.putIfAbsent(one.code(), one));
        Unions unions = new Unions();
        parCode.values().stream()
                .filter(one -> one.membres() != null)
                .forEach(one -> unions.unions.put(one.code(), union(one, parCode)));
        return unions;
    }

    /** Empty components and no rule for a territory that is no union. */
    Union find(String code) {
        return unions.getOrDefault(code, new Union(null, null));
    }

    private static Union union(Declare declare, Map<String, Declare> parCode) {
        Set<String> leaves = new TreeSet<>();
        String regle = walk(declare, parCode, new LinkedHashSet<>(), leaves);
        return new Union(regle == null ? List.copyOf(leaves) : null, regle);
    }

    /** Gathers the leaves below a territory; the rule that is broken, or null. */
    private static String walk(Declare one, Map<String, Declare> parCode, Set<String> above, Set<String> leaves) {
        if (one == null || !one.bon() || (one.membres() != null && one.membres().isEmpty())) {
            return "union_inconnue";
        }
        if (one.membres() == null) {
            leaves.add(one.code());
            return null;
        }
        if (!above.add(one.code())) {
            return "union_en_cycle";
        }
        for (String membre : one.membres()) {
            String regle = walk(parCode.get(membre), parCode, above, leaves);
            if (regle != null) {
                return regle;
            }
        }
        above.remove(one.code());
        return null;
    }
}

package fr.maillage.silver.perimetre;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What unions and differences of territories are made of, down to territories that are neither.
 *
 * <p>A difference is its first member without the others; its members are all shapes, or all lists of communes of one
 * vintage, so that nothing has to be guessed, and it is itself a member of nothing. A union that names one that does not exist, is refused, or leads to one, is refused itself; so is one that leads to a
 * cycle, even if it is not part of it.
 */
final class Unions implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * A territory as declared.
     *
     * @param membres the territories it is made of; null when it is neither union nor difference
     * @param difference whether all but the first are taken out of the first
     * @param genre what a territory without members is: a shape, or a list of communes of a vintage
     * @param bon whether nothing refused it so far
     */
    record Declare(String code, List<String> membres, boolean difference, String genre, boolean bon) {}

    /** The territories it is made of and those taken out of them, or the rule that refuses it. */
    record Union(List<String> composants, List<String> retranches, String regle) implements Serializable {

        static Union refused(String regle) {
            return new Union(null, null, regle);
        }
    }

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
        return unions.getOrDefault(code, Union.refused(null));
    }

    private static Union union(Declare declare, Map<String, Declare> parCode) {
        if (declare.difference()) {
            return difference(declare, parCode);
        }
        Set<String> leaves = new TreeSet<>();
        String regle = walk(declare, parCode, new LinkedHashSet<>(), leaves);
        return regle == null ? new Union(List.copyOf(leaves), List.of(), null) : Union.refused(regle);
    }

    private static Union difference(Declare declare, Map<String, Declare> parCode) {
        if (!declare.bon() || declare.membres().size() < 2) {
            return Union.refused("union_inconnue");
        }
        Set<String> kept = new TreeSet<>();
        Set<String> out = new TreeSet<>();
        for (String membre : declare.membres()) {
            Set<String> leaves = membre.equals(declare.membres().get(0)) ? kept : out;
            String regle = walk(parCode.get(membre), parCode, new LinkedHashSet<>(List.of(declare.code())), leaves);
            if (regle != null) {
                return Union.refused(regle);
            }
        }
        long genres = Stream.concat(kept.stream(), out.stream())
                .map(code -> String.valueOf(parCode.get(code).genre()))
                .distinct()
                .count();
        return genres == 1
                ? new Union(List.copyOf(kept), List.copyOf(out), null)
                : Union.refused("difference_impossible");
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
        if (one.difference()) {
            return "difference_impossible";
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

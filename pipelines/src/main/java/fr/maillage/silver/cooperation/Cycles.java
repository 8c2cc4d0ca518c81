package fr.maillage.silver.cooperation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the links that would lead from a thing back to itself: a cooperation that is its own member, say. */
public final class Cycles {

    /** A thing and one it leads to: a cooperation and its member, an organisation and its successor. */
    public record Lien(String de, String vers) {}

    private Cycles() {}

    /**
     * The links that close a cycle, in the order given: each link is admitted unless those admitted before it already
     * lead from its end back to its start.
     */
    public static Set<Lien> closing(List<Lien> links) {
        Map<String, Set<String>> reached = new HashMap<>();
        Set<Lien> refused = new HashSet<>();
        for (Lien link : links) {
            if (leads(reached, link.vers(), link.de())) {
                refused.add(link);
            } else {
                reached.computeIfAbsent(link.de(), key -> new HashSet<>()).add(link.vers());
            }
        }
        return refused;
    }

    private static boolean leads(Map<String, Set<String>> reached, String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            String one = next.pop();
            if (one.equals(to)) {
                return true;
            }
            reached.getOrDefault(one, Set.of()).stream().filter(seen::add).forEach(next::push);
        }
        return false;
    }
}

package fr.maillage.silver.cooperation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the memberships that would make a cooperation a member of itself, directly or through others. */
final class Cycles {

    /** A cooperation and one of its members that is a cooperation too. */
    record Lien(String cooperation, String membre) {}

    private Cycles() {}

    /**
     * The links that close a cycle, in the order given: each link is admitted unless those admitted before it already
     * lead from the member back to the cooperation.
     */
    static Set<Lien> closing(List<Lien> links) {
        Map<String, Set<String>> members = new HashMap<>();
        Set<Lien> refused = new HashSet<>();
        for (Lien link : links) {
            if (leads(members, link.membre(), link.cooperation())) {
                refused.add(link);
            } else {
                members.computeIfAbsent(link.cooperation(), key -> new HashSet<>())
                        .add(link.membre());
            }
        }
        return refused;
    }

    private static boolean leads(Map<String, Set<String>> members, String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            String one = next.pop();
            if (one.equals(to)) {
                return true;
            }
            members.getOrDefault(one, Set.of()).stream().filter(seen::add).forEach(next::push);
        }
        return false;
    }
}

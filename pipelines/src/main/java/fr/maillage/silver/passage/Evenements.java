package fr.maillage.silver.passage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The movements of one day, grouped into what happened together and put in the order in which it happened.
 *
 * <p>On 1 January 2018 Freigné first took the code of another département, then merged under it: what a movement needs
 * may have been made on the same day by another. Communes that exchange their codes change them at once.
 */
final class Evenements {

    private final Map<Object, Object> parents = new HashMap<>();

    private Evenements() {}

    /** A commune as it was before the day, to be told from the one that has its code after it. */
    private record Avant(Mouvement.Code code) {}

    /** Groups of movements that share a commune before or after them, each after those it needs. */
    static List<List<Mouvement>> of(Collection<Mouvement> day) {
        return inOrder(new Evenements().groups(day));
    }

    private List<List<Mouvement>> groups(Collection<Mouvement> day) {
        for (Mouvement mouvement : day) {
            Object after = root(mouvement.apres());
            if (mouvement.avant() != null) {
                parents.put(root(new Avant(mouvement.avant())), after);
            }
        }
        Map<Mouvement.Code, List<Mouvement>> groups = new TreeMap<>();
        day.stream()
                .collect(Collectors.groupingBy(mouvement -> root(mouvement.apres())))
                .values()
                .forEach(group -> groups.put(
                        group.stream()
                                .map(Mouvement::apres)
                                .min(Mouvement.Code::compareTo)
                                .orElseThrow(),
                        group));
        return new ArrayList<>(groups.values());
    }

    private Object root(Object one) {
        Object root = one;
        while (!parents.getOrDefault(root, root).equals(root)) {
            root = parents.get(root);
        }
        parents.put(one, root);
        return root;
    }

    private static List<List<Mouvement>> inOrder(List<List<Mouvement>> groups) {
        List<List<Mouvement>> ordered = new ArrayList<>();
        List<List<Mouvement>> waiting = new ArrayList<>(groups);
        while (!waiting.isEmpty()) {
            Map<Mouvement.Code, List<Mouvement>> makers = makers(waiting);
            List<List<Mouvement>> ready = waiting.stream()
                    .filter(group -> group.stream().allMatch(one -> isReady(one, group, makers)))
                    .toList();
            if (ready.isEmpty()) {
                ordered.add(waiting.stream().flatMap(List::stream).toList());
                return ordered;
            }
            ordered.addAll(ready);
            waiting.removeAll(ready);
        }
        return ordered;
    }

    /** Which group makes a commune that was not there before. */
    private static Map<Mouvement.Code, List<Mouvement>> makers(List<List<Mouvement>> groups) {
        Map<Mouvement.Code, List<Mouvement>> makers = new HashMap<>();
        for (List<Mouvement> group : groups) {
            Set<Mouvement.Code> before = group.stream().map(Mouvement::avant).collect(Collectors.toSet());
            group.stream()
                    .map(Mouvement::apres)
                    .filter(code -> !before.contains(code))
                    .forEach(code -> makers.put(code, group));
        }
        return makers;
    }

    private static boolean isReady(Mouvement one, List<Mouvement> group, Map<Mouvement.Code, List<Mouvement>> makers) {
        List<Mouvement> maker = makers.get(one.avant());
        return maker == null || maker == group;
    }
}

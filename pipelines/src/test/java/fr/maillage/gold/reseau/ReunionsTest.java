package fr.maillage.gold.reseau;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReunionsTest {

    private static final int NODES = 2_000;

    /** Groups of one member to a third of all: those with bits of their own, those without, and both together. */
    @Test
    void countsEachNodeOnceHoweverManyGroupsHoldIt() {
        Random random = new Random(11);
        List<Set<Integer>> groups = groups(random);
        Reunions reunions = reunions(groups);
        for (int round = 0; round < 500; round++) {
            int node = random.nextInt(NODES);
            Set<Integer> expected = new TreeSet<>();
            reunions.autour(node);
            for (int i = random.nextInt(4); i > 0; i--) {
                int group = random.nextInt(groups.size());
                expected.addAll(groups.get(group));
                reunions.ajouteGroupe(group);
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                int other = random.nextInt(NODES);
                expected.add(other);
                reunions.ajoute(other);
            }
            expected.remove(node);
            assertThat(reunions.compte()).isEqualTo(expected.size());
        }
    }

    @Test
    void numbersCodesAsTheyCome() {
        Random random = new Random(12);
        Numeros numeros = new Numeros();
        Map<String, Integer> expected = new HashMap<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String code = "siren:%09d".formatted(random.nextInt(1_500));
            if (expected.putIfAbsent(code, expected.size()) == null) {
                codes.add(code);
            }
            assertThat(numeros.of(code)).isEqualTo(expected.get(code));
        }
        assertThat(numeros.codes()).containsExactlyElementsOf(codes);
        // The hash of both is the same.
        assertThat(numeros.of("Aa")).isNotEqualTo(numeros.of("BB"));
    }

    private static List<Set<Integer>> groups(Random random) {
        List<Set<Integer>> groups = new ArrayList<>();
        for (int size : new int[] {0, 1, 2, 5, 7, 8, 9, 20, 100, 600}) {
            Set<Integer> group = new TreeSet<>();
            while (group.size() < size) {
                group.add(random.nextInt(NODES));
            }
            groups.add(group);
        }
        return groups;
    }

    private static Reunions reunions(List<Set<Integer>> groups) {
        int[] start = new int[groups.size() + 1];
        for (int group = 0; group < groups.size(); group++) {
            start[group + 1] = start[group] + groups.get(group).size();
        }
        return new Reunions(
                NODES,
                start,
                groups.stream().flatMap(Set::stream).mapToInt(Integer::intValue).toArray());
    }
}

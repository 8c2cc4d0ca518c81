package fr.maillage.silver.passage;

import fr.maillage.silver.passage.Mouvement.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** A made-up country of forty communes that merge, split, come back and change their codes, the same for one seed. */
final class HistoireAuHasard {

    private final Random random;
    private final List<Mouvement> mouvements = new ArrayList<>();
    private final Map<Integer, TreeSet<String>> communes = new TreeMap<>();
    private final TreeSet<String> living = new TreeSet<>();
    private final List<String[]> merged = new ArrayList<>();
    private final TreeSet<String> gone = new TreeSet<>();
    private int next = 500;

    HistoireAuHasard(long seed) {
        random = new Random(seed);
        for (int i = 1; i <= 40; i++) {
            living.add(String.format("01%03d", i));
        }
        communes.put(2000, new TreeSet<>(living));
        for (int year = 2000; year < 2025; year++) {
            LocalDate day = LocalDate.of(year, 2 + random.nextInt(10), 1 + random.nextInt(27));
            TreeSet<String> untouched = new TreeSet<>(living);
            gone.clear();
            for (int i = 0; i < 3; i++) {
                happen(day, untouched);
            }
            communes.put(year + 1, new TreeSet<>(living));
        }
    }

    private void happen(LocalDate day, TreeSet<String> untouched) {
        String one = any(untouched);
        switch (random.nextInt(4)) {
            case 0 -> merge(day, one, any(untouched));
            case 1 -> restore(day, untouched);
            case 2 -> move(day, "41", one, fresh(), true);
            default -> {
                move(day, "20", one, one, false);
                move(day, "20", one, fresh(), false);
            }
        }
    }

    private void merge(LocalDate day, String into, String other) {
        move(day, "32", into, into, false);
        move(day, "32", other, into, true);
        merged.add(new String[] {into, other});
    }

    private void restore(LocalDate day, TreeSet<String> untouched) {
        for (String[] pair : merged) {
            if (untouched.contains(pair[0])
                    && living.contains(pair[0])
                    && !living.contains(pair[1])
                    && !gone.contains(pair[1])) {
                untouched.remove(pair[0]);
                move(day, "21", pair[0], pair[0], false);
                move(day, "21", pair[0], pair[1], false);
                return;
            }
        }
    }

    private void move(LocalDate day, String mod, String from, String to, boolean ends) {
        mouvements.add(new Mouvement(mod, day, new Code("COM", from), from, new Code("COM", to), to));
        if (ends) {
            living.remove(from);
            gone.add(from);
        }
        living.add(to);
    }

    private String any(TreeSet<String> codes) {
        String one = List.copyOf(codes).get(random.nextInt(codes.size()));
        codes.remove(one);
        return one;
    }

    private String fresh() {
        return String.format("01%03d", next++);
    }

    List<Mouvement> mouvements() {
        return mouvements;
    }

    TreeSet<String> communes(int year) {
        return communes.get(year);
    }

    /** Legal populations of some years. */
    Map<Integer, Map<String, Long>> populations() {
        Map<Integer, Map<String, Long>> populations = new TreeMap<>();
        for (int year : List.of(2003, 2010, 2019)) {
            Map<String, Long> known = new HashMap<>();
            communes.get(year).forEach(code -> known.put(code, (long) random.nextInt(500)));
            populations.put(year, known);
        }
        return populations;
    }
}

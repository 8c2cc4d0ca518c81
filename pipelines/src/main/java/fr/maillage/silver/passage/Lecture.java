package fr.maillage.silver.passage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a bare code means on any day.
 *
 * <p>A commune goes before the parts of communes that bear its code. Out of its lives a code still means what it meant
 * last: people go on writing it. Before its first life it means what it meant first.
 *
 * @param du first day on which it is read so
 * @param au first day on which it is read otherwise
 */
record Lecture(LocalDate du, LocalDate au) {

    private static final LocalDate EVER = LocalDate.of(1800, 1, 1);
    private static final List<String> PRIORITE = List.of("COM", "COMD", "COMA", "ARM");

    /** When each life of one code is read; a life that is always hidden by another has no entry. */
    static Map<Vie, Lecture> of(List<Vie> vies) {
        Set<LocalDate> days = new TreeSet<>();
        vies.forEach(vie -> {
            days.add(vie.debut());
            days.add(vie.fin());
        });
        Map<Vie, Lecture> lectures = new LinkedHashMap<>();
        Set<Vie> over = new HashSet<>();
        Vie current = null;
        LocalDate since = EVER;
        for (LocalDate day : days) {
            Vie next = on(vies, day, over);
            if (next == null || next.equals(current)) {
                continue;
            }
            if (current != null) {
                lectures.put(current, new Lecture(since, day));
                over.add(current);
                since = day;
            }
            current = next;
        }
        if (current != null) {
            lectures.put(current, new Lecture(since, Vie.OUVERTE));
        }
        return lectures;
    }

    private static Vie on(List<Vie> vies, LocalDate day, Set<Vie> over) {
        return vies.stream()
                .filter(vie -> vie.holds(day) && !over.contains(vie))
                .min(Comparator.<Vie>comparingInt(vie -> PRIORITE.indexOf(vie.type()))
                        .thenComparing(Vie::debut))
                .orElse(null);
    }

    /** Lives of one code that follow each other on the same territory, whatever their names, made one. */
    static List<Vie> territoires(List<Vie> vies) {
        List<Vie> merged = new ArrayList<>();
        for (Vie vie : vies) {
            Vie last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            boolean same = last != null
                    && last.type().equals(vie.type())
                    && last.fin().equals(vie.debut())
                    && last.atomes().equals(vie.atomes());
            if (same) {
                merged.set(merged.size() - 1, last.until(vie.fin()));
            } else {
                merged.add(vie);
            }
        }
        return merged;
    }
}

package fr.maillage.warehouse;

import fr.maillage.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each release of a table that is told release by release would stand on now.
 *
 * @param common what all releases stand on
 * @param digests by day of release, fingerprint of what its files say
 */
record Releases(Map<String, String> common, SortedMap<String, String> digests) {

    private static final String RELEASE = "release ";

    static Releases of(Freshness freshness, ProgramPlan.Step step, Map<String, TableState> inputs) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String day : days(freshness, step)) {
            Map<String, String> said = new TreeMap<>();
            for (String input : step.releases()) {
                said.put(input, said(freshness, input, day, inputs));
            }
            digests.put(day, Hashes.of(said));
        }
        return new Releases(freshness.basis(step, inputs), digests);
    }

    /** The days on which there is a release, oldest first. */
    private static Set<String> days(Freshness freshness, ProgramPlan.Step step) {
        Set<String> days = new TreeSet<>();
        for (String input : step.releases()) {
            ProgramPlan.Step read = freshness.plan().find(input).orElseThrow();
            if (read.formats().isEmpty()) {
                days.addAll(days(freshness, read));
            } else {
                freshness
                        .filesOf(read)
                        .forEach(file -> days.add(file.millesime().toString()));
            }
        }
        return days;
    }

    /** Fingerprint of the rows of one release in a table. */
    private static String said(Freshness freshness, String input, String day, Map<String, TableState> inputs) {
        ProgramPlan.Step read = freshness.plan().find(input).orElseThrow();
        Map<String, String> digests = new TreeMap<>();
        for (Part part : parts(freshness, read, day, inputs)) {
            digests.put(part.value(), part.rows() + ":" + part.digest());
        }
        if (!read.formats().isEmpty()) {
            files(freshness, read, day).forEach(file -> digests.putIfAbsent(file.id(), "not read yet"));
        }
        return Hashes.of(digests);
    }

    /** The parts of a table that one release makes. */
    static List<Part> parts(Freshness freshness, ProgramPlan.Step read, String day, Map<String, TableState> inputs) {
        TableState state = inputs.get(read.table());
        if (state == null) {
            return List.of();
        }
        Set<String> values = new TreeSet<>();
        if (read.formats().isEmpty()) {
            values.add(day);
        } else {
            files(freshness, read, day).forEach(file -> values.add(file.id()));
        }
        return state.parts().stream()
                .filter(part -> values.contains(part.value()))
                .toList();
    }

    private static List<SourceFile> files(Freshness freshness, ProgramPlan.Step read, String day) {
        return freshness.filesOf(read).stream()
                .filter(file -> file.millesime().toString().equals(day))
                .toList();
    }

    /** What one release stands on. */
    Map<String, String> basis(String day) {
        Map<String, String> basis = new TreeMap<>(common);
        basis.put(RELEASE + day, digests.get(day));
        return basis;
    }

    /** What a history of all releases stands on. */
    Map<String, String> whole() {
        Map<String, String> basis = new TreeMap<>(common);
        digests.forEach((day, digest) -> basis.put(RELEASE + day, digest));
        return basis;
    }

    /** What a history stands on that knows the releases until one. */
    Map<String, String> until(String day) {
        Map<String, String> basis = new TreeMap<>(whole());
        digests.tailMap(day + "\0").keySet().forEach(later -> basis.remove(RELEASE + later));
        return basis;
    }

    /**
     * The releases to add to a history that stands on a former basis, oldest first; null when it must be made anew,
     * because something else changed or a release came late.
     */
    List<String> missing(Map<String, String> former) {
        Map<String, String> wanted = whole();
        boolean same =
                former.entrySet().stream().allMatch(entry -> entry.getValue().equals(wanted.get(entry.getKey())))
                        && former.keySet().containsAll(common.keySet());
        List<String> added = digests.keySet().stream()
                .filter(day -> !former.containsKey(RELEASE + day))
                .toList();
        boolean newer = !former.keySet().stream()
                .filter(what -> what.startsWith(RELEASE))
                .anyMatch(day -> !added.isEmpty() && day.compareTo(RELEASE + added.get(0)) > 0);
        boolean some = former.keySet().stream().anyMatch(what -> what.startsWith(RELEASE));
        return same && newer && some ? added : null;
    }

    /** Why a table does not stand on this. */
    List<String> why(TableState state) {
        Map<String, String> found = new HashMap<>();
        state.parts().forEach(part -> found.putAll(part.basis()));
        Map<String, String> expected = whole();
        List<String> fresh = digests.keySet().stream()
                .filter(day -> !found.containsKey(RELEASE + day))
                .toList();
        fresh.forEach(day -> expected.remove(RELEASE + day));
        List<String> why = new ArrayList<>(Freshness.changed(expected, found));
        if (!fresh.isEmpty()) {
            why.add(fresh.size() == 1 ? "1 new release, of " + fresh.get(0) : fresh.size() + " new releases");
        }
        return why;
    }
}

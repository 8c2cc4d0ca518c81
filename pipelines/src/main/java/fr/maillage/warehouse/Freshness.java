package fr.maillage.warehouse;

import fr.maillage.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each table would be computed from now, and so whether it is out of date and why. Needs no Spark.
 *
 * @param plan what reads what
 * @param landed the files of the landing, in their order
 * @param parametres values that differ from the defaults
 */
public record Freshness(ProgramPlan plan, List<SourceFile> landed, Map<String, String> parametres) {

    /**
     * Whether one table is out of date.
     *
     * @param why in words; empty when it is fresh
     * @param certain false when it depends on what an input will turn out to be once rebuilt
     */
    public record Verdict(ProgramPlan.Step step, boolean fresh, List<String> why, boolean certain) {}

    /** Every step of the plan judged against a publication, in order. */
    public List<Verdict> judge(Publication publication) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (ProgramPlan.Step step : plan.steps()) {
            verdicts.put(step.table(), judge(step, publication, verdicts));
        }
        return List.copyOf(verdicts.values());
    }

    private Verdict judge(ProgramPlan.Step step, Publication publication, Map<String, Verdict> verdicts) {
        TableState state = publication.tables().get(step.table());
        if (state == null) {
            return new Verdict(step, false, List.of("never built"), true);
        }
        List<String> why = why(step, state, publication.tables());
        if (!why.isEmpty()) {
            return new Verdict(step, false, why, true);
        }
        List<String> stale = step.reads().stream()
                .filter(read -> !verdicts.get(read).fresh())
                .toList();
        return stale.isEmpty()
                ? new Verdict(step, true, List.of(), true)
                : new Verdict(
                        step,
                        false,
                        stale.stream().map(read -> read + " may change").toList(),
                        false);
    }

    private List<String> why(ProgramPlan.Step step, TableState state, Map<String, TableState> inputs) {
        if (!step.formats().isEmpty()) {
            return changedFiles(step, state);
        }
        if (step.releases().isEmpty()) {
            return changed(basis(step, inputs), state.parts().get(0).basis());
        }
        return Releases.of(this, step, inputs).why(state);
    }

    /** What a table stands on that is computed whole, or every release of one that is not, given its inputs' states. */
    Map<String, String> basis(ProgramPlan.Step step, Map<String, TableState> inputs) {
        Map<String, String> basis = new TreeMap<>();
        basis.put("contract", step.contract());
        basis.put("code", step.code());
        step.parametres().forEach(name -> basis.put("parameter " + name, parametres.getOrDefault(name, "default")));
        step.reads().stream()
                .filter(read -> !step.releases().contains(read))
                .forEach(read -> basis.put(
                        "input " + read,
                        Optional.ofNullable(inputs.get(read))
                                .map(TableState::digest)
                                .orElse("absent")));
        return basis;
    }

    /** What each part of a bronze table would stand on: one entry per landed file that feeds it. */
    Map<String, Map<String, String>> fileBases(ProgramPlan.Step step) {
        Map<String, Map<String, String>> bases = new LinkedHashMap<>();
        for (SourceFile file : filesOf(step)) {
            bases.put(
                    file.id(),
                    new TreeMap<>(Map.of(
                            "contract", step.contract(),
                            "code", plan.formats().get(file.format()),
                            "file", file.id() + " " + file.format() + " " + file.millesime() + " " + file.rang())));
        }
        return bases;
    }

    List<SourceFile> filesOf(ProgramPlan.Step step) {
        return landed.stream()
                .filter(file -> step.formats().contains(file.format()))
                .toList();
    }

    private List<String> changedFiles(ProgramPlan.Step step, TableState state) {
        Map<String, Map<String, String>> wanted = fileBases(step);
        List<String> why = new ArrayList<>();
        Map<String, Part> parts = new LinkedHashMap<>();
        state.parts().forEach(part -> parts.put(part.value(), part));
        long added =
                wanted.keySet().stream().filter(id -> !parts.containsKey(id)).count();
        long removed =
                parts.keySet().stream().filter(id -> !wanted.containsKey(id)).count();
        if (added > 0) {
            why.add(added + " new file" + (added > 1 ? "s" : ""));
        }
        if (removed > 0) {
            why.add(removed + " file" + (removed > 1 ? "s" : "") + " withdrawn");
        }
        parts.values().stream()
                .filter(part -> wanted.containsKey(part.value()))
                .flatMap(part -> changed(wanted.get(part.value()), part.basis()).stream())
                .distinct()
                .forEach(why::add);
        return why;
    }

    static List<String> changed(Map<String, String> wanted, Map<String, String> found) {
        List<String> why = new ArrayList<>();
        wanted.forEach((what, digest) -> {
            if (!digest.equals(found.get(what))) {
                why.add(what + (found.containsKey(what) ? " changed" : " is new"));
            }
        });
        found.keySet().stream().filter(what -> !wanted.containsKey(what)).forEach(what -> why.add(what + " is gone"));
        return why;
    }
}

package fr.maillage.warehouse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fr.maillage.MaillageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables in the order in which they are computed, and what each reads.
 *
 * <p>Learnt once per version of the program by planning every transformation on empty tables, and kept: asking what is
 * out of date needs no Spark.
 *
 * @param program digest of the program it was learnt from
 * @param steps in dependency order
 * @param formats digest of the code that reads each format, by name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProgramPlan(String program, List<Step> steps, Map<String, String> formats) {

    /**
     * One table.
     *
     * @param table id of its contract
     * @param reads ids of the tables it is computed from; empty for bronze
     * @param formats names of the file formats it is loaded from; empty but for bronze
     * @param parametres names of the parameters it reads
     * @param contract digest of its contract
     * @param code digest of the code that computes it; empty for bronze, where each format has its own
     * @param releases those of {@code reads} that it is computed from release by release; empty when it is computed whole
     * @param fold whether it is a history, to which a new release is added
     * @param nothingFromNothing whether it has no row when nothing it reads has one
     * @param needs those of {@code reads} of which one alone, being empty, leaves it empty
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(
            String table,
            List<String> reads,
            List<String> formats,
            List<String> parametres,
            String contract,
            String code,
            List<String> releases,
            boolean fold,
            boolean nothingFromNothing,
            List<String> needs) {

        /** A table of bronze, or one that is computed whole. */
        public Step(
                String table,
                List<String> reads,
                List<String> formats,
                List<String> parametres,
                String contract,
                String code) {
            this(table, reads, formats, parametres, contract, code, List.of(), false, false, List.of());
        }
    }

    public Optional<Step> find(String table) {
        return steps.stream().filter(step -> step.table().equals(table)).findFirst();
    }

    /** The steps needed to compute these tables, in order; all steps when none is named. */
    public List<Step> upTo(List<String> tables) {
        if (tables.isEmpty()) {
            return steps;
        }
        Set<String> needed = new LinkedHashSet<>();
        List<String> toVisit = new ArrayList<>(tables);
        while (!toVisit.isEmpty()) {
            String table = toVisit.remove(toVisit.size() - 1);
            Step step = find(table).orElseThrow(() -> unknown(table));
            if (needed.add(table)) {
                toVisit.addAll(step.reads());
            }
        }
        return steps.stream().filter(step -> needed.contains(step.table())).toList();
    }

    private MaillageException unknown(String table) {
        String ending = table.substring(table.lastIndexOf('/') + 1);
        List<String> close = steps.stream()
                .map(Step::table)
                .filter(id -> id.endsWith("/" + ending))
                .toList();
        return new MaillageException("Cannot build " + table + ": there is no such table. "
                + (close.isEmpty()
                        ? "See the tables with: maillage plan"
                        : "Did you mean " + String.join(", ", close) + "?"));
    }
}

package fr.maillage.serving;

import fr.maillage.MaillageException;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.serving.output.Rows.Column;
import fr.maillage.warehouse.Freshness.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The plan as people and programs read it: order, what each table reads, what would run and why. */
public final class PlanView {

    /** How it is written. */
    public enum Format {
        TEXT,
        MERMAID,
        JSON
    }

    private final List<Verdict> verdicts;

    private PlanView(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * The part of the plan that these tables need; all of it when none is named.
     *
     * @param verdicts in the order in which tables are computed
     * @param tables ids of tables
     */
    public static PlanView of(List<Verdict> verdicts, List<String> tables) {
        List<String> ids =
                verdicts.stream().map(verdict -> verdict.step().table()).toList();
        for (String table : tables) {
            if (!ids.contains(table)) {
                throw new MaillageException("Cannot plan " + table + ": there is no such table. Try "
                        + String.join(
                                ", ",
                                NearestNames.list(
                                        table.replace('/', '.'),
                                        ids.stream().map(PlanView::name).toList()))
                        + ".");
            }
        }
        Set<String> wanted = new HashSet<>(tables.isEmpty() ? ids : tables);
        for (int i = verdicts.size() - 1; i >= 0; i--) {
            if (wanted.contains(ids.get(i))) {
                wanted.addAll(verdicts.get(i).step().reads());
            }
        }
        return new PlanView(verdicts.stream()
                .filter(verdict -> wanted.contains(verdict.step().table()))
                .toList());
    }

    public void write(Format format, PrintWriter out) {
        switch (format) {
            case TEXT -> OutputFormat.TABLE.write(text(), out);
            case MERMAID -> mermaid(out);
            case JSON -> OutputFormat.JSON.write(json(), out);
        }
        out.flush();
    }

    /** One sentence: how much there is to do. */
    public String summary() {
        long stale = verdicts.stream().filter(verdict -> !verdict.fresh()).count();
        return stale == 0
                ? "Nothing to do: all " + verdicts.size() + " tables are up to date."
                : stale + " of " + verdicts.size() + " tables would run.";
    }

    private Rows text() {
        List<List<Object>> rows = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            rows.add(Arrays.asList(
                    rows.size() + 1,
                    name(verdict.step().table()),
                    String.join(" ", reads(verdict)),
                    state(verdict),
                    String.join("; ", why(verdict))));
        }
        return Rows.of(
                List.of(
                        Column.number("n"),
                        Column.text("table"),
                        Column.text("reads"),
                        Column.text("state"),
                        Column.text("why")),
                rows);
    }

    private Rows json() {
        return Rows.of(
                Stream.of("table", "reads", "formats", "parametres", "state", "why")
                        .map(Column::text)
                        .toList(),
                verdicts.stream()
                        .map(verdict -> Arrays.<Object>asList(
                                name(verdict.step().table()),
                                verdict.step().reads().stream()
                                        .map(PlanView::name)
                                        .toList(),
                                verdict.step().formats(),
                                verdict.step().parametres(),
                                state(verdict),
                                why(verdict)))
                        .toList());
    }

    /** A flow chart, as Markdown pages draw it; what would run has a thick border. */
    private void mermaid(PrintWriter out) {
        out.println("flowchart LR");
        for (Verdict verdict : verdicts) {
            String table = verdict.step().table();
            out.println("  " + node(table) + "[\"" + name(table) + "\"]" + (verdict.fresh() ? "" : ":::stale"));
            verdict.step().reads().forEach(read -> out.println("  " + node(read) + " --> " + node(table)));
        }
        out.println("  classDef stale stroke-width:4px");
    }

    private static List<String> reads(Verdict verdict) {
        return Stream.concat(
                        verdict.step().formats().stream(),
                        verdict.step().reads().stream().map(PlanView::name))
                .toList();
    }

    private static List<String> why(Verdict verdict) {
        return verdict.why().stream()
                .map(reason -> reason.replaceAll("\\b(bronze|silver|gold)/", "$1."))
                .toList();
    }

    private static String state(Verdict verdict) {
        if (verdict.fresh()) {
            return "up to date";
        }
        return verdict.certain() ? "runs" : "may run";
    }

    private static String name(String id) {
        return id.replace('/', '.');
    }

    private static String node(String id) {
        return id.replace('/', '_');
    }
}

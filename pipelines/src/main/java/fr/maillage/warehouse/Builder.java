package fr.maillage.warehouse;

import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.RegisterFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the tables up to date and publishes them together.
 *
 * <p>Tables are computed in dependency order, two at a time where they do not depend on each other. One that fails keeps
 * its former state and holds back only what depends on it. A publication is written once, at the end.
 */
public final class Builder {

    /** More than two gain nothing on the machines this is made for: the work is in Spark's own tasks. */
    private static final int AT_ONCE = 2;

    private final SparkSession spark;
    private final Warehouse warehouse;
    private final Program program;
    private final Freshness freshness;
    private final BuildListener listener;
    private final Map<String, TableContract> contracts;
    private final Map<String, RegisterFormat> formats = new HashMap<>();
    private final DeltaWarehouse store;
    private final Cadre cadre;
    private final Publication base;
    private final Publication former;
    private final Opened opened = new Opened();
    private final FileQueries queries = new FileQueries();
    private final Checks checks = new Checks(queries, this::relation);
    private final Map<String, TableState> states = new ConcurrentHashMap<>();
    private final Map<String, TableBuilt> built = new ConcurrentHashMap<>();

    public Builder(
            SparkSession spark, Warehouse warehouse, Program program, Freshness freshness, BuildListener listener) {
        this(spark, warehouse, program, freshness, listener, Cadre.BASE);
    }

    /** @param cadre the look at the world that is built; {@code freshness} knows its values */
    public Builder(
            SparkSession spark,
            Warehouse warehouse,
            Program program,
            Freshness freshness,
            BuildListener listener,
            Cadre cadre) {
        this.spark = spark;
        this.warehouse = warehouse;
        this.program = program;
        this.freshness = freshness;
        this.listener = listener;
        this.contracts = program.tables();
        program.formats().forEach(format -> formats.put(format.name(), format));
        this.cadre = cadre;
        this.store = new DeltaWarehouse(warehouse, cadre.isBase());
        this.base = cadre.isBase() ? Publication.NONE : new Publications(warehouse).newest();
        this.former = new Publications(warehouse, cadre).newest();
        this.states.putAll(base.tables());
        this.states.putAll(former.tables());
    }

    /** Builds these tables and what they need; every table when none is named. The caller holds the lock. */
    public BuildReport build(List<String> tables) {
        List<ProgramPlan.Step> steps = freshness.plan().upTo(tables);
        listener.planned(steps.size());
        try (Turns turns = new Turns(steps, former.tables(), AT_ONCE)) {
            Map<String, CompletableFuture<Void>> running = new HashMap<>();
            for (ProgramPlan.Step step : steps) {
                CompletableFuture<?>[] inputs =
                        step.reads().stream().map(running::get).toArray(CompletableFuture<?>[]::new);
                running.put(
                        step.table(),
                        CompletableFuture.allOf(inputs).thenRunAsync(() -> run(step), turns.of(step.table())));
            }
            CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            queries.close();
        }
        return publish(steps);
    }

    private void run(ProgramPlan.Step step) {
        long start = System.nanoTime();
        TableState before = states.get(step.table());
        TableBuilt result;
        try {
            result = bringUpToDate(step, before, start);
        } catch (Exception e) {
            // Spark throws checked exceptions undeclared; whatever it is, only what depends on this table stops.
            Failure failure = Failure.of(e, step.table());
            result = TableBuilt.failed(step.table(), failure.outcome(), before, seconds(start), failure.message());
        }
        built.put(step.table(), result);
        listener.done(result);
    }

    private TableBuilt bringUpToDate(ProgramPlan.Step step, TableState before, long start) {
        String failedInput = failedInput(step);
        if (failedInput != null) {
            String why = step.table() + " is held back because " + failedInput + " could not be built.";
            return TableBuilt.failed(step.table(), TableBuilt.Outcome.HELD_BACK, before, 0, why);
        }
        TableState inBase = base.tables().get(step.table());
        if (inBase != null && isFresh(step, inBase)) {
            states.put(step.table(), inBase);
            return TableBuilt.of(TableBuilt.Outcome.FRESH, inBase, 0);
        }
        if (!step.releases().isEmpty()) {
            return byRelease(step, before, start);
        }
        boolean bronze = !step.formats().isEmpty();
        Map<String, String> basis = bronze ? Map.of() : freshness.basis(step, states);
        Map<String, Map<String, String>> fileBases = bronze ? freshness.fileBases(step) : Map.of();
        if (before != null
                && (bronze ? isFresh(before, fileBases) : before.parts().get(0).isFresh(basis))) {
            return TableBuilt.of(TableBuilt.Outcome.FRESH, before, 0);
        }
        if (!bronze && hasNothing(step, before)) {
            TableState empty = TableStep.nothing(contracts.get(step.table()), basis);
            states.put(step.table(), empty);
            return TableBuilt.of(TableBuilt.Outcome.BUILT, empty, 0);
        }
        listener.started(step.table());
        spark.sparkContext().setJobDescription(step.table());
        TableContract table = contracts.get(step.table());
        TableStep tableStep = new TableStep(spark, store, table, before, checks);
        TableStep.Result result = bronze
                ? tableStep.files(fileBases, freshness.filesOf(step), formats)
                : tableStep.whole(basis, () -> compute(step));
        TableState timed = timed(result.state(), seconds(start));
        states.put(step.table(), timed);
        return TableBuilt.of(result.outcome(), timed, seconds(start));
    }

    /** Whether the base has the table as this cadre would see it. */
    private boolean isFresh(ProgramPlan.Step step, TableState inBase) {
        if (!step.formats().isEmpty()) {
            return isFresh(inBase, freshness.fileBases(step));
        }
        return step.releases().isEmpty()
                ? inBase.parts().get(0).isFresh(freshness.basis(step, states))
                : Releases.of(freshness, step, states).why(inBase).isEmpty();
    }

    private TableBuilt byRelease(ProgramPlan.Step step, TableState before, long start) {
        Releases releases = Releases.of(freshness, step, states);
        if (before != null && releases.why(before).isEmpty()) {
            return TableBuilt.of(TableBuilt.Outcome.FRESH, before, 0);
        }
        if (step.fold() && hasNothing(step, before)) {
            TableState empty = TableStep.nothing(contracts.get(step.table()), releases.whole());
            states.put(step.table(), empty);
            return TableBuilt.of(TableBuilt.Outcome.BUILT, empty, 0);
        }
        listener.started(step.table());
        spark.sparkContext().setJobDescription(step.table());
        ReleaseStep releaseStep =
                new ReleaseStep(spark, warehouse, store, contracts.get(step.table()), before, checks, releases);
        Transformation transformation = program.transformation(step.table()).orElseThrow();
        TableStep.Result result = transformation instanceof Fold fold
                ? releaseStep.fold(fold, () -> new StepTables(step, tables()), day -> tables(step, List.of(day)))
                : releaseStep.byRelease((ByRelease) transformation, days -> tables(step, days));
        TableState timed = timed(result.state(), seconds(start));
        states.put(step.table(), timed);
        return TableBuilt.of(result.outcome(), timed, seconds(start));
    }

    /** The tables as some releases show them: of those told release by release, their own rows. */
    private Tables tables(ProgramPlan.Step step, Collection<String> days) {
        Map<String, TableState> shown = new HashMap<>(states);
        for (String input : step.releases()) {
            ProgramPlan.Step read = freshness.plan().find(input).orElseThrow();
            List<Part> own = days.stream()
                    .flatMap(day -> Releases.parts(freshness, read, day, states).stream())
                    .toList();
            shown.computeIfPresent(
                    input, (id, state) -> new TableState(id, state.version(), state.contract(), state.seconds(), own));
        }
        return new StepTables(step, tables(shown));
    }

    /**
     * Whether the table is empty, as it was, because nothing it is computed from has a row, or one table without which it
     * is empty has none; that needs no computing. A history comes from its files alone.
     */
    private boolean hasNothing(ProgramPlan.Step step, TableState before) {
        List<String> sources = step.reads().stream()
                .filter(read ->
                        !step.fold() || (isBronze(read) && step.releases().contains(read)))
                .toList();
        boolean nothing = step.needs().stream().anyMatch(this::isEmpty)
                || (step.nothingFromNothing()
                        && !sources.isEmpty()
                        && sources.stream().allMatch(this::isEmpty));
        return nothing && (before == null || before.files().isEmpty());
    }

    private boolean isEmpty(String table) {
        return states.containsKey(table) && states.get(table).rows() == 0;
    }

    private boolean isBronze(String table) {
        return contracts.get(table).layer() == Layer.BRONZE;
    }

    private static boolean isFresh(TableState before, Map<String, Map<String, String>> fileBases) {
        Map<String, Map<String, String>> found = new HashMap<>();
        before.parts().forEach(part -> found.put(part.value(), part.basis()));
        return found.equals(fileBases);
    }

    /** A table that is read and could not be built; what stands of it is yesterday's and must not be mixed with today's. */
    private String failedInput(ProgramPlan.Step step) {
        return step.reads().stream()
                .filter(read -> built.containsKey(read) && built.get(read).failed())
                .findFirst()
                .orElse(null);
    }

    private Dataset<Row> compute(ProgramPlan.Step step) {
        Transformation transformation = program.transformation(step.table()).orElseThrow();
        return transformation.build(new StepTables(step, tables()));
    }

    /** Where the accepted rows of a table stand; null when it has none. */
    private String relation(String table) {
        TableState state = states.get(table);
        if (state == null || state.files().isEmpty()) {
            return null;
        }
        String relation = store.relation(contracts.get(table), state.files());
        return contracts.get(table).layer() == Layer.GOLD ? relation : Checks.accepted(relation);
    }

    private PublishedTables tables() {
        return tables(states);
    }

    private PublishedTables tables(Map<String, TableState> shown) {
        Publication seen = new Publication(0, Instant.EPOCH, "", freshness.parametres(), Map.copyOf(shown));
        return new PublishedTables(spark, warehouse, seen, opened);
    }

    private BuildReport publish(List<ProgramPlan.Step> steps) {
        List<TableBuilt> results = new ArrayList<>();
        steps.forEach(step -> results.add(built.get(step.table())));
        Map<String, TableState> tables = new TreeMap<>(states);
        tables.keySet().retainAll(contracts.keySet());
        boolean changed = !tables.equals(former.tables())
                || !freshness.parametres().equals(former.parametres())
                || base.number() != former.base();
        if (!changed) {
            return new BuildReport(former.number(), false, results);
        }
        Publication publication = new Publication(
                former.number() + 1,
                Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                freshness.plan().program(),
                freshness.parametres(),
                new LinkedHashMap<>(tables),
                base.number());
        new Publications(warehouse, cadre).write(publication);
        return new BuildReport(publication.number(), true, results);
    }

    private static TableState timed(TableState state, double seconds) {
        return new TableState(state.table(), state.version(), state.contract(), seconds, state.parts());
    }

    private static double seconds(long start) {
        return Math.round((System.nanoTime() - start) / 1e7) / 100.0;
    }
}

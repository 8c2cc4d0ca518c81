package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.TableContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Computes a table that is told release by release: only releases that are new or say something else than before.
 *
 * <p>A history has one part of open rows and, for each release, the rows it settled and those it rejected. Its open part
 * comes first and stands on all releases.
 */
final class ReleaseStep {

    private static final String OPEN = "ouvert";
    private static final String REJECTED = "rejets";
    private static final Column ALWAYS = lit("9999-12-31").cast("date");

    private final SparkSession spark;
    private final Warehouse warehouse;
    private final DeltaWarehouse store;
    private final TableContract table;
    private final TableState former;
    private final Checks checks;
    private final Releases releases;

    /** @param former the table as published before; null when it never was */
    ReleaseStep(
            SparkSession spark,
            Warehouse warehouse,
            DeltaWarehouse store,
            TableContract table,
            TableState former,
            Checks checks,
            Releases releases) {
        this.spark = spark;
        this.warehouse = warehouse;
        this.store = store;
        this.table = table;
        this.former = former;
        this.checks = checks;
        this.releases = releases;
    }

    /**
     * One part for each release; those that are stale are computed together.
     *
     * @param release the tables as some releases show them, by their days
     */
    TableStep.Result byRelease(ByRelease transformation, Function<Collection<String>, Tables> release) {
        Map<String, Part> parts = new TreeMap<>();
        if (former != null) {
            former.parts().forEach(part -> parts.put(part.value(), part));
        }
        parts.keySet().retainAll(releases.digests().keySet());
        List<String> stale = releases.digests().keySet().stream()
                .filter(day -> !parts.containsKey(day) || !parts.get(day).isFresh(releases.basis(day)))
                .toList();
        if (!stale.isEmpty()) {
            Column day = col(transformation.releaseColumn()).cast("string");
            together(stale, () -> transformation.build(release.apply(stale)), day)
                    .forEach(part -> parts.merge(part.value(), part, ReleaseStep::kept));
        }
        if (parts.isEmpty()) {
            // No release ever landed: there is nothing, and it stands on that.
            parts.put("", TableStep.part("", releases.whole(), Measured.NOTHING, List.of()));
        }
        check(List.copyOf(parts.values()));
        return commit(List.copyOf(parts.values()));
    }

    /** The former part where the new one says the same. */
    private static Part kept(Part before, Part now) {
        return now.fullDigest().equals(before.fullDigest()) ? before.on(now.basis()) : now;
    }

    private List<Part> together(List<String> days, Supplier<Dataset<Row>> rows, Column day) {
        Map<String, String> bases = new TreeMap<>();
        days.forEach(one -> bases.put(one, Hashes.of(releases.basis(one))));
        String key = Hashes.of(bases);
        List<Part> adopted = store.staged(table, key).orElse(null);
        if (adopted != null) {
            return adopted;
        }
        Map<String, List<String>> files = store.stage(table, key, Checked.rows(table, rows.get()), day);
        if (!bases.keySet().containsAll(files.keySet())) {
            throw new IllegalStateException(
                    table.id() + " has rows of the releases " + files.keySet() + " where " + days + " were computed");
        }
        List<Part> parts = days.stream()
                .map(one -> measured(one, releases.basis(one), files.getOrDefault(one, List.of())))
                .toList();
        store.approve(table, key, parts);
        return parts;
    }

    /** All releases at once, or those that came since laid one after the other over the former state. */
    TableStep.Result fold(Fold fold, Supplier<Tables> all, Function<String, Tables> release) {
        List<String> missing = former == null || former.parts().isEmpty()
                ? null
                : releases.missing(former.parts().get(0).basis());
        List<Part> parts = missing == null ? List.of() : former.parts();
        if (missing == null) {
            parts = settled(List.of(), releases.whole(), "", () -> fold.build(all.get()), part(fold));
        } else {
            for (String day : missing) {
                Dataset<Row> state = state(parts.get(0));
                parts = settled(
                        parts.subList(1, parts.size()),
                        releases.until(day),
                        " " + day,
                        () -> fold.next(state, release.apply(day)),
                        part(fold));
            }
        }
        return commit(parts);
    }

    /** The accepted open rows. */
    private Dataset<Row> state(Part open) {
        return PublishedTables.read(spark, warehouse.table(table), table, open.files())
                .where(not(col(Technical.REJETE)));
    }

    private static Column part(Fold fold) {
        Column closed = col(fold.closing());
        return when(col(Technical.REJETE), REJECTED)
                .when(closed.isNull().or(closed.equalTo(ALWAYS)), OPEN)
                .otherwise(closed.cast("string"));
    }

    /** Writes open, settled and rejected rows, and puts them before the parts settled earlier. */
    private List<Part> settled(
            List<Part> earlier, Map<String, String> basis, String suffix, Supplier<Dataset<Row>> rows, Column part) {
        String key = Hashes.of(basis);
        List<Part> parts = store.staged(table, key).orElse(null);
        if (parts == null) {
            parts = new ArrayList<>();
            Map<String, List<String>> files = store.stage(table, key, Checked.rows(table, rows.get()), part);
            parts.add(measured(OPEN, basis, files.getOrDefault(OPEN, List.of())));
            for (Map.Entry<String, List<String>> closed : files.entrySet()) {
                if (!closed.getKey().equals(OPEN)) {
                    String value = closed.getKey() + (closed.getKey().equals(REJECTED) ? suffix : "");
                    parts.add(measured(value, Map.of(), closed.getValue()));
                }
            }
            store.approve(table, key, parts);
        }
        List<Part> complete = new ArrayList<>(parts);
        complete.addAll(earlier);
        check(complete);
        return complete;
    }

    private Part measured(String value, Map<String, String> basis, List<String> files) {
        Measured measured = files.isEmpty()
                ? Measured.NOTHING
                : Measured.whole(checks.queries(), table, store.relation(table, files));
        return TableStep.part(value, basis, measured, files);
    }

    private void check(List<Part> parts) {
        TableState state = new TableState(table.id(), 0, table.digest(), 0, parts);
        if (!state.files().isEmpty()) {
            Measured measured = new Measured(state.rows(), state.rejected(), "0", "0", state.rules());
            checks.pass(table, store.relation(table, state.files()), measured);
        }
    }

    private TableStep.Result commit(List<Part> parts) {
        TableState made = new TableState(table.id(), -1, table.digest(), 0, parts);
        boolean same = former != null && former.files().equals(made.files());
        if (same || (former == null && made.files().isEmpty())) {
            long version = former == null ? -1 : former.version();
            return new TableStep.Result(
                    new TableState(table.id(), version, table.digest(), 0, parts),
                    same ? TableBuilt.Outcome.SAME : TableBuilt.Outcome.BUILT);
        }
        long version = store.commit(table, made.files().stream().sorted().toList());
        return new TableStep.Result(
                new TableState(table.id(), version, table.digest(), 0, parts), TableBuilt.Outcome.BUILT);
    }
}

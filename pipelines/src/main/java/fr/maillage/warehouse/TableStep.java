package fr.maillage.warehouse;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Computes one table: what is stale of it is written aside, checked, and committed. */
final class TableStep {

    private final SparkSession spark;
    private final DeltaWarehouse store;
    private final TableContract table;
    private final TableState former;
    private final Checks checks;

    /** @param former the table as published before; null when it never was */
    TableStep(SparkSession spark, DeltaWarehouse store, TableContract table, TableState former, Checks checks) {
        this.spark = spark;
        this.store = store;
        this.table = table;
        this.former = former;
        this.checks = checks;
    }

    /** What came out: the new state, and how. */
    record Result(TableState state, TableBuilt.Outcome outcome) {}

    /** A table without a row, for which no file is written. */
    static TableState nothing(TableContract table, Map<String, String> basis) {
        return new TableState(table.id(), -1, table.digest(), 0, List.of(part("", basis, Measured.NOTHING, List.of())));
    }

    /** A table computed whole from others. */
    Result whole(Map<String, String> basis, Supplier<Dataset<Row>> computation) {
        String key = Hashes.of(basis);
        List<Part> adopted = store.staged(table, key).orElse(null);
        if (adopted != null) {
            return commit(adopted, TableBuilt.Outcome.RESUMED);
        }
        Part part = compute(key, basis, computation);
        if (former != null && part.fullDigest().equals(former.parts().get(0).fullDigest())) {
            store.discard(table, key);
            Part same = former.parts().get(0).on(basis);
            return new Result(state(former.version(), List.of(same)), TableBuilt.Outcome.SAME);
        }
        if (part.files().isEmpty() && (former == null || former.version() < 0)) {
            return new Result(state(-1, List.of(part)), TableBuilt.Outcome.BUILT);
        }
        store.approve(table, key, List.of(part));
        return commit(List.of(part), TableBuilt.Outcome.BUILT);
    }

    private Part compute(String key, Map<String, String> basis, Supplier<Dataset<Row>> computation) {
        Dataset<Row> rows = computation.get();
        if (Emptiness.isCertain(rows)) {
            return part("", basis, Measured.NOTHING, List.of());
        }
        boolean passed = false;
        try {
            List<String> files = store.stage(table, key, Checked.rows(table, rows));
            String relation = store.relation(table, files);
            Measured measured = Measured.whole(checks.queries(), table, relation);
            checks.pass(table, relation, measured);
            passed = true;
            return part("", basis, measured, files);
        } finally {
            if (!passed) {
                store.discard(table, key);
            }
        }
    }

    /** A bronze table: one part per landed file, of which only new or changed ones are read. */
    Result files(Map<String, Map<String, String>> bases, List<SourceFile> files, Map<String, RegisterFormat> formats) {
        Map<String, Part> kept = new LinkedHashMap<>();
        if (former != null) {
            former.parts().stream()
                    .filter(part -> bases.containsKey(part.value()) && part.isFresh(bases.get(part.value())))
                    .forEach(part -> kept.put(part.value(), part));
        }
        if (files.isEmpty() && former == null) {
            // No file of its kind ever landed: there is no table to make.
            return new Result(state(-1, List.of()), TableBuilt.Outcome.BUILT);
        }
        List<SourceFile> stale =
                files.stream().filter(file -> !kept.containsKey(file.id())).toList();
        Map<String, String> staleBases = new HashMap<>();
        stale.forEach(file -> staleBases.put(file.id(), Hashes.of(bases.get(file.id()))));
        String key = Hashes.of(staleBases);
        List<Part> adopted = store.staged(table, key).orElse(null);
        List<Part> read = adopted != null ? adopted : load(key, stale, bases, formats);
        if (adopted == null) {
            store.approve(table, key, read);
        }
        read.forEach(part -> kept.put(part.value(), part));
        List<Part> parts = files.stream().map(file -> kept.get(file.id())).toList();
        return commit(parts, adopted != null ? TableBuilt.Outcome.RESUMED : TableBuilt.Outcome.BUILT);
    }

    private List<Part> load(
            String key,
            List<SourceFile> stale,
            Map<String, Map<String, String>> bases,
            Map<String, RegisterFormat> formats) {
        if (stale.isEmpty()) {
            return List.of();
        }
        boolean passed = false;
        try {
            List<String> written = store.stage(table, key, BronzeRows.read(spark, table, stale, formats));
            Map<String, Measured> measured = Measured.byFile(checks.queries(), table, store.relation(table, written));
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < stale.size(); i++) {
                String id = stale.get(i).id();
                Measured found = measured.getOrDefault(id, Measured.NOTHING);
                parts.add(part(id, bases.get(id), found, ofPartition(written, i)));
            }
            passed = true;
            return parts;
        } finally {
            if (!passed) {
                store.discard(table, key);
            }
        }
    }

    /** Spark names a file after the partition it comes from: {@code part-00007-…}. */
    private static List<String> ofPartition(List<String> files, int partition) {
        String prefix = "/part-%05d-".formatted(partition);
        return files.stream().filter(file -> file.contains(prefix)).toList();
    }

    private Result commit(List<Part> parts, TableBuilt.Outcome outcome) {
        List<String> files = parts.stream()
                .flatMap(part -> part.files().stream())
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Result(state(store.commit(table, files), parts), outcome);
    }

    private TableState state(long version, List<Part> parts) {
        return new TableState(table.id(), version, table.digest(), 0, parts);
    }

    static Part part(String value, Map<String, String> basis, Measured measured, List<String> files) {
        return new Part(
                value,
                basis,
                measured.rows(),
                measured.rejected(),
                measured.digest(),
                measured.fullDigest(),
                measured.rules(),
                files);
    }
}

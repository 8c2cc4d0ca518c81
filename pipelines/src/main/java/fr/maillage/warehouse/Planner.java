package fr.maillage.warehouse;

import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.RegisterFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Learns what every transformation reads by running it on empty tables. */
final class Planner implements Tables {

    private final SparkSession spark;
    private final Set<String> reads = new LinkedHashSet<>();
    private final Set<String> parametres = new LinkedHashSet<>();

    private Planner(SparkSession spark) {
        this.spark = spark;
    }

    static ProgramPlan plan(SparkSession spark, Program program, String digest) {
        CodeDigest code = new CodeDigest(Planner.class.getClassLoader());
        Map<String, ProgramPlan.Step> steps = new LinkedHashMap<>();
        Map<String, String> formats = new TreeMap<>();
        for (RegisterFormat format : program.formats()) {
            formats.put(format.name(), code.of(format.getClass()));
            format.tables().forEach(table -> steps.computeIfAbsent(table.id(), id -> bronze(program, table)));
        }
        for (Transformation transformation : program.transformations()) {
            steps.put(transformation.target().id(), step(spark, transformation, code));
        }
        return new ProgramPlan(digest, ordered(steps), formats);
    }

    private static ProgramPlan.Step bronze(Program program, TableContract table) {
        List<String> formats =
                program.feeding(table.id()).stream().map(RegisterFormat::name).toList();
        return new ProgramPlan.Step(table.id(), List.of(), formats, List.of(), table.digest(), "");
    }

    private static ProgramPlan.Step step(SparkSession spark, Transformation transformation, CodeDigest code) {
        Planner planner = new Planner(spark);
        TableContract target = transformation.target();
        Dataset<Row> rows = transformation.build(planner);
        List<String> differences = SparkSchemas.differences(target, rows.schema());
        if (!differences.isEmpty()) {
            throw new IllegalStateException(target.id() + ": " + String.join("; ", differences));
        }
        // The tables its foreign keys are checked against come first, and their change is checked again.
        target.foreignKeys().forEach(key -> planner.reads.add(key.table()));
        return new ProgramPlan.Step(
                target.id(),
                List.copyOf(planner.reads),
                List.of(),
                List.copyOf(planner.parametres),
                target.digest(),
                code.of(transformation.getClass()),
                releases(transformation, planner),
                transformation instanceof Fold,
                Emptiness.isCertain(rows),
                needs(transformation, planner));
    }

    /** The tables read release by release; all of them must be read. */
    private static List<String> releases(Transformation transformation, Planner planner) {
        if (!(transformation instanceof ByRelease byRelease)) {
            return List.of();
        }
        List<String> releases =
                byRelease.releases().stream().map(TableContract::id).toList();
        if (!planner.reads.containsAll(releases)) {
            throw new IllegalStateException(transformation.target().id() + " does not read all of " + releases);
        }
        return releases;
    }

    /** The tables without which it is empty; all of them must be read. */
    private static List<String> needs(Transformation transformation, Planner planner) {
        List<String> needs =
                transformation.needs().stream().map(TableContract::id).toList();
        if (!planner.reads.containsAll(needs)) {
            throw new IllegalStateException(transformation.target().id() + " does not read all of " + needs);
        }
        return needs;
    }

    private static List<ProgramPlan.Step> ordered(Map<String, ProgramPlan.Step> steps) {
        List<ProgramPlan.Step> ordered = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        steps.values().forEach(step -> visit(step, steps, done, new LinkedHashSet<>(), ordered));
        return ordered;
    }

    private static void visit(
            ProgramPlan.Step step,
            Map<String, ProgramPlan.Step> steps,
            Set<String> done,
            Set<String> path,
            List<ProgramPlan.Step> ordered) {
        if (done.contains(step.table())) {
            return;
        }
        if (!path.add(step.table())) {
            throw new IllegalStateException("Tables read each other in a circle: " + path);
        }
        for (String read : step.reads()) {
            ProgramPlan.Step input = steps.get(read);
            if (input == null) {
                throw new IllegalStateException(step.table() + " reads " + read + ", which nothing computes");
            }
            visit(input, steps, done, path, ordered);
        }
        path.remove(step.table());
        done.add(step.table());
        ordered.add(step);
    }

    @Override
    public Dataset<Row> read(TableContract table) {
        reads.add(table.id());
        return spark.createDataFrame(List.of(), SparkSchemas.read(table));
    }

    @Override
    public <T> T value(Parametre<T> parametre) {
        parametres.add(parametre.name());
        return parametre.value();
    }

    @Override
    public List<Row> list(Dataset<Row> few, int atMost) {
        return List.of();
    }
}

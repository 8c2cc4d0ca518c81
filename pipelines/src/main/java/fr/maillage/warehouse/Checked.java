package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Layer;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a transformation gave, as it will stand in the files: every row judged, none dropped. */
final class Checked {

    private Checked() {}

    /**
     * Adds to each silver row the rules it breaks and whether it is set aside; gold rows go as they are, their
     * constraints being checked on the files.
     */
    static Dataset<Row> rows(TableContract table, Dataset<Row> computed) {
        List<String> differences = SparkSchemas.differences(table, computed.schema());
        if (!differences.isEmpty()) {
            throw new IllegalStateException(table.id() + ": " + String.join("; ", differences));
        }
        if (table.layer() == Layer.GOLD) {
            return computed.select(PublishedTables.columns(SparkSchemas.stored(table)));
        }
        Dataset<Row> complete = withTechnical(computed).withColumn(Technical.REGLES, rules(table));
        return complete.withColumn(Technical.REJETE, rejects(table))
                .select(PublishedTables.columns(SparkSchemas.stored(table)));
    }

    private static Dataset<Row> withTechnical(Dataset<Row> computed) {
        List<String> names = Arrays.asList(computed.columns());
        Dataset<Row> complete = computed;
        if (!names.contains(Technical.FICHIER)) {
            complete = complete.withColumn(Technical.FICHIER, lit(null).cast("string"));
        }
        if (!names.contains(Technical.LIGNE)) {
            complete = complete.withColumn(Technical.LIGNE, lit(null).cast("bigint"));
        }
        if (!names.contains(Technical.REGLES)) {
            complete = complete.withColumn(Technical.REGLES, array().cast("array<string>"));
        }
        return complete;
    }

    private static Column rules(TableContract table) {
        Column declared = coalesce(col(Technical.REGLES), array().cast("array<string>"));
        Map<String, Column> constraints = Constraints.of(table);
        if (constraints.isEmpty()) {
            return declared;
        }
        Column[] broken = constraints.entrySet().stream()
                .map(rule -> when(rule.getValue(), lit(rule.getKey())))
                .toArray(Column[]::new);
        return concat(declared, array_compact(array(broken)));
    }

    private static Column rejects(TableContract table) {
        List<String> rejecting = new java.util.ArrayList<>(Constraints.of(table).keySet());
        table.rules().stream()
                .filter(rule -> rule.severity() == Rule.Severity.REJECT)
                .forEach(rule -> rejecting.add(rule.name()));
        if (rejecting.isEmpty()) {
            return lit(false);
        }
        Column names = array(rejecting.stream().map(name -> lit(name)).toArray(Column[]::new));
        return arrays_overlap(col(Technical.REGLES), names);
    }
}

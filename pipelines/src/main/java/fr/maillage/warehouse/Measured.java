package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Layer;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What stands in files that were just written: rows, rejects, broken rules and fingerprints, in one pass.
 *
 * @param rows rows readers will see
 * @param digest fingerprint of these, hexadecimal
 * @param fullDigest fingerprint of all rows and columns, hexadecimal
 */
record Measured(long rows, long rejected, String digest, String fullDigest, Map<String, Long> rules) {

    /** A file without a record for the table. */
    static final Measured NOTHING = new Measured(0, 0, "0", "0", Map.of());

    /** The whole of the files. */
    static Measured whole(TableContract table, Dataset<Row> files) {
        List<String> names = ruleNames(table);
        List<Column> counts = measures(table);
        Map<String, Column> constraints = table.layer() == Layer.GOLD ? Constraints.of(table) : Map.of();
        names.forEach(name -> counts.add(count_if(
                constraints.containsKey(name) ? constraints.get(name) : array_contains(col(Technical.REGLES), name))));
        Row row = files.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
                .first();
        Map<String, Long> rules = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (row.getLong(4 + i) > 0) {
                rules.put(names.get(i), row.getLong(4 + i));
            }
        }
        return of(row, 0, rules);
    }

    /** The files of a bronze table, by landed file. */
    static Map<String, Measured> byFile(TableContract table, Dataset<Row> files) {
        List<Column> counts = measures(table);
        Map<String, Map<String, Long>> rules = rulesByFile(files);
        Map<String, Measured> measured = new HashMap<>();
        Row[] rows = (Row[]) files.groupBy(Technical.FICHIER)
                .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
                .collect();
        for (Row row : rows) {
            measured.put(row.getString(0), of(row, 1, rules.getOrDefault(row.getString(0), Map.of())));
        }
        return measured;
    }

    private static Map<String, Map<String, Long>> rulesByFile(Dataset<Row> files) {
        Map<String, Map<String, Long>> rules = new HashMap<>();
        Row[] rows = (Row[]) files.where(col(Technical.REJETE))
                .select(col(Technical.FICHIER), explode(col(Technical.REGLES)).as("regle"))
                .groupBy(Technical.FICHIER, "regle")
                .agg(count(lit(1)))
                .collect();
        for (Row row : rows) {
            rules.computeIfAbsent(row.getString(0), file -> new TreeMap<>()).put(row.getString(1), row.getLong(2));
        }
        return rules;
    }

    private static List<Column> measures(TableContract table) {
        Column rejected = table.layer() == Layer.GOLD ? lit(false) : col(Technical.REJETE);
        // Where rows come from belongs to what a reader of bronze sees, and to nothing else downstream.
        Column seen = Digest.number(List.of(SparkSchemas.read(table).fieldNames()));
        Column all = Digest.number(List.of(SparkSchemas.stored(table).fieldNames()));
        return new ArrayList<>(List.of(
                count_if(not(rejected)), count_if(rejected), Digest.sum(when(not(rejected), seen)), Digest.sum(all)));
    }

    private static Measured of(Row row, int at, Map<String, Long> rules) {
        return new Measured(
                row.getLong(at), row.getLong(at + 1), hex(row.getDecimal(at + 2)), hex(row.getDecimal(at + 3)), rules);
    }

    private static String hex(BigDecimal sum) {
        return sum.toBigInteger().toString(16);
    }

    private static List<String> ruleNames(TableContract table) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        table.rules().stream().map(Rule::name).forEach(name -> names.put(name, true));
        Constraints.of(table).keySet().forEach(name -> names.put(name, true));
        return List.copyOf(names.keySet());
    }
}

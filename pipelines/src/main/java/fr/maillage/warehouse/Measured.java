package fr.maillage.warehouse;

import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in files that were just written: rows, rejects, broken rules and fingerprints.
 *
 * @param rows rows readers will see
 * @param digest fingerprint of these, hexadecimal
 * @param fullDigest fingerprint of all rows and columns, hexadecimal
 */
record Measured(long rows, long rejected, String digest, String fullDigest, Map<String, Long> rules) {

    /** A file without a record for the table. */
    static final Measured NOTHING = new Measured(0, 0, "0", "0", Map.of());

    /** The whole of the files of a table. */
    static Measured whole(FileQueries queries, TableContract table, String relation) {
        boolean gold = table.layer() == Layer.GOLD;
        List<Object> row =
                queries.rows("SELECT " + measures(table) + " FROM " + relation).get(0);
        Map<String, Long> rules = new TreeMap<>();
        if (gold) {
            rules.putAll(brokenConstraints(queries, table, relation));
        } else {
            queries.rows("SELECT r, count(*) FROM (SELECT unnest(_regles) AS r FROM " + relation + ") GROUP BY r")
                    .forEach(rule -> rules.put((String) rule.get(0), number(rule.get(1))));
        }
        return of(row, 0, rules);
    }

    /** The files of a bronze table, by landed file. */
    static Map<String, Measured> byFile(FileQueries queries, TableContract table, String relation) {
        Map<String, Map<String, Long>> rules = new HashMap<>();
        queries.rows("SELECT _fichier, r, count(*) FROM (SELECT _fichier, unnest(_regles) AS r FROM " + relation
                        + ") GROUP BY ALL")
                .forEach(row -> rules.computeIfAbsent((String) row.get(0), file -> new TreeMap<>())
                        .put((String) row.get(1), number(row.get(2))));
        Map<String, Measured> measured = new HashMap<>();
        queries.rows("SELECT _fichier, " + measures(table) + " FROM " + relation + " GROUP BY _fichier")
                .forEach(row -> measured.put(
                        (String) row.get(0), of(row, 1, rules.getOrDefault((String) row.get(0), Map.of()))));
        return measured;
    }

    /** Counts, and sums of row fingerprints: the same whatever the order of rows and files. */
    private static String measures(TableContract table) {
        String rejected = table.layer() == Layer.GOLD ? "false" : "_rejete";
        // Where rows come from belongs to what a reader of bronze sees, and to nothing else downstream.
        String seen = FileQueries.names(List.of(SparkSchemas.read(table).fieldNames()));
        String all = FileQueries.names(List.of(SparkSchemas.stored(table).fieldNames()));
        return "count(*) FILTER (NOT " + rejected + "), count(*) FILTER (" + rejected + "), sum(hash(" + seen
                + ")::HUGEINT) FILTER (NOT " + rejected + "), sum(hash(" + all + ")::HUGEINT)";
    }

    private static Map<String, Long> brokenConstraints(FileQueries queries, TableContract table, String relation) {
        Map<String, String> constraints = Constraints.inSql(table);
        Map<String, Long> broken = new TreeMap<>();
        if (constraints.isEmpty()) {
            return broken;
        }
        List<String> names = List.copyOf(constraints.keySet());
        String counts = String.join(
                ", ",
                names.stream()
                        .map(name -> "count(*) FILTER (" + constraints.get(name) + ")")
                        .toList());
        List<Object> row =
                queries.rows("SELECT " + counts + " FROM " + relation).get(0);
        for (int i = 0; i < names.size(); i++) {
            if (number(row.get(i)) > 0) {
                broken.put(names.get(i), number(row.get(i)));
            }
        }
        return broken;
    }

    private static Measured of(List<Object> row, int at, Map<String, Long> rules) {
        return new Measured(
                number(row.get(at)), number(row.get(at + 1)), hex(row.get(at + 2)), hex(row.get(at + 3)), rules);
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }

    private static String hex(Object sum) {
        return sum == null ? "0" : new BigInteger(sum.toString()).toString(16);
    }
}

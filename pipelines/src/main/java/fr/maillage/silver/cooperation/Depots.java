package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.LIGNE_CORRIGEE;
import static fr.maillage.warehouse.Technical.FICHIER;
import static fr.maillage.warehouse.Technical.LIGNE;
import static fr.maillage.warehouse.Technical.RANG;
import static fr.maillage.warehouse.Technical.REGLES;
import static org.apache.spark.sql.functions.*;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which of the lines uploaded so far hold: a later upload replaces what a former one said of the same thing.
 *
 * <p>A complete upload replaces every line of the groups it speaks of (a member's month, a cooperation), be its own
 * lines right or wrong. A file of corrected lines, told by its column {@code ligne_corrigee}, replaces the lines it
 * names and adds to the others. Everything stays in landing and in bronze.
 */
public final class Depots {

    private static final String NEWEST = "_newest";
    private static final String GOOD = "_good";

    private Depots() {}

    /**
     * The lines no later upload replaces.
     *
     * @param of what the upload is about first (a member), whose unreadable lines a later upload replaces as well
     * @param group the columns that make one group, {@code of} among them
     */
    public static Dataset<Row> enVigueur(Dataset<Row> lignes, String of, List<String> group) {
        Column newestFull = max(when(col(LIGNE_CORRIGEE).isNull(), col(RANG)));
        Column readable = columns(group).stream().map(Column::isNotNull).reduce(lit(true), Column::and);
        Column newest = when(readable, newestFull.over(window(group))).otherwise(newestFull.over(window(List.of(of))));
        Dataset<Row> kept = lignes.withColumn(NEWEST, newest)
                .where(col(of).isNull().or(col(NEWEST).isNull()).or(col(RANG).geq(col(NEWEST))))
                .drop(NEWEST);
        return sansCorrigees(kept, lignes);
    }

    /** The lines that no file of corrected lines names. */
    public static Dataset<Row> sansCorrigees(Dataset<Row> lignes) {
        return sansCorrigees(lignes, lignes);
    }

    private static Dataset<Row> sansCorrigees(Dataset<Row> kept, Dataset<Row> lignes) {
        return kept.join(
                corrected(lignes), concat_ws(":", col(FICHIER), col(LIGNE)).equalTo(col("_corrected")), "left_anti");
    }

    /**
     * One line per key: the newest upload's first. Lines of former uploads with the key are gone; lines further down
     * in the same upload break {@code rule}. Lines that break a rule already compete with nobody.
     *
     * @param rejecting the rules that set a line aside; others leave it good
     */
    public static Dataset<Row> sansDoublons(
            Dataset<Row> lignes, String rule, List<String> rejecting, List<String> key) {
        Column breaksNone = size(array_intersect(col(REGLES), lit(rejecting.toArray(String[]::new))))
                .equalTo(0);
        Column complete = columns(key).stream().map(Column::isNotNull).reduce(lit(true), Column::and);
        WindowSpec same = Window.partitionBy(columns(plus(key, GOOD)).toArray(Column[]::new));
        Column further = row_number()
                .over(same.orderBy(col(RANG).desc(), col(FICHIER), col(LIGNE)))
                .gt(1);
        return lignes.withColumn(GOOD, breaksNone.and(complete))
                .withColumn(NEWEST, max(RANG).over(same))
                .withColumn("_further", further)
                .where(not(col(GOOD)).or(col(RANG).equalTo(col(NEWEST))))
                .withColumn(
                        REGLES,
                        when(col(GOOD).and(col("_further")), array_append(col(REGLES), lit(rule)))
                                .otherwise(col(REGLES)))
                .drop(GOOD, NEWEST, "_further");
    }

    private static Dataset<Row> corrected(Dataset<Row> lignes) {
        return lignes.where(col(LIGNE_CORRIGEE).notEqual(""))
                .select(trim(col(LIGNE_CORRIGEE)).as("_corrected"));
    }

    private static WindowSpec window(List<String> columns) {
        return Window.partitionBy(columns(columns).toArray(Column[]::new));
    }

    private static List<Column> columns(List<String> names) {
        return names.stream().map(name -> col(name)).toList();
    }

    private static List<String> plus(List<String> names, String one) {
        String[] all = Arrays.copyOf(names.toArray(String[]::new), names.size() + 1);
        all[names.size()] = one;
        return List.of(all);
    }
}

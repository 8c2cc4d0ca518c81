package fr.maillage.silver.finess;

import static org.apache.spark.sql.functions.*;

import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Which line stands for its entity in a release, and which lines stand apart: those that repeat a number of their file,
 * and those that break a promise. A line apart is passed on and changes no history; it still names its entity.
 */
final class Choix {

    /** Whether a line repeats a number that stands higher in its file. */
    static final String EN_DOUBLE = "_en_double";
    /** Whether a line stands for nothing. */
    static final String A_PART = "_a_part";

    private static final String RANG = "_choix";

    private Choix() {}

    /**
     * All lines, at hand by entity.
     *
     * @param sound whether a line can stand for its entity
     */
    static Dataset<Row> lines(Dataset<Row> lines, List<String> keys, Column sound) {
        WindowSpec inFile = Window.partitionBy(with(columns(keys), col(Technical.FICHIER)))
                .orderBy(Description.ORDRE, Technical.LIGNE);
        return lines.repartition(columns(keys))
                .withColumn(EN_DOUBLE, known(keys).and(row_number().over(inFile).gt(1)))
                .withColumn(A_PART, col(EN_DOUBLE).or(not(coalesce(sound.and(known(keys)), lit(false)))));
    }

    /**
     * The lines apart, and one line per entity and release.
     *
     * @param preference of several files of one release, which comes first
     */
    static Dataset<Row> chosen(Dataset<Row> lines, List<String> keys, Column... preference) {
        List<Column> order = new ArrayList<>(List.of(preference));
        order.add(col(Technical.RANG).desc());
        order.add(col(Technical.FICHIER));
        WindowSpec inRelease = Window.partitionBy(with(columns(keys), col(A_PART), col(Technical.MILLESIME)))
                .orderBy(order.toArray(Column[]::new));
        return lines.withColumn(RANG, row_number().over(inRelease))
                .where(col(A_PART).or(col(RANG).equalTo(1)))
                .drop(RANG);
    }

    /** Whether a row says which entity it speaks of. */
    static Column known(List<String> keys) {
        return keys.stream()
                .map(key -> col(key).isNotNull())
                .reduce(Column::and)
                .orElseThrow();
    }

    static Column[] columns(List<String> names) {
        return names.stream().map(functions::col).toArray(Column[]::new);
    }

    static Column[] with(Column[] columns, Column... more) {
        List<Column> all = new ArrayList<>(List.of(columns));
        all.addAll(List.of(more));
        return all.toArray(Column[]::new);
    }
}

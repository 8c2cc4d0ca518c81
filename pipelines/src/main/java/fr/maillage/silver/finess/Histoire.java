package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Digest;
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
 * Versions with two times, made of what dated releases tell.
 *
 * <p>A release is true and known from its date on. One that repeats the last fingerprint makes no version. One that
 * differs closes what was known before: the earlier state is told twice, once as it was believed (true without end,
 * known until the new release) and once as it is known since (true until then). A release that does not name an entity
 * closes nothing. Nothing depends on the order in which the files came.
 */
public final class Histoire {

    /** Whether a line repeats a number that stands higher in its file. */
    public static final String EN_DOUBLE = "_en_double";

    private static final Column TOUJOURS = lit("9999-12-31").cast("date");
    private static final String A_PART = "_a_part";

    private Histoire() {}

    /**
     * The lines of all releases, one per key and release: what the history is made of, and beside it the lines set
     * apart because they repeat a number or break a promise.
     *
     * @param sound whether a line can stand for its entity; one that cannot is passed on and changes no history
     * @param preference of several files of one release, which comes first
     */
    public static Dataset<Row> releases(Dataset<Row> lines, String key, Column sound, Column... preference) {
        WindowSpec inFile = Window.partitionBy(key, Technical.FICHIER).orderBy(Technical.LIGNE);
        List<Column> order = new ArrayList<>(List.of(preference));
        order.add(col(Technical.RANG).desc());
        order.add(col(Technical.FICHIER));
        WindowSpec inRelease = Window.partitionBy(col(key), col(Technical.MILLESIME), col(A_PART))
                .orderBy(order.toArray(Column[]::new));

        return lines.repartition(col(key))
                .withColumn(
                        EN_DOUBLE,
                        col(key).isNotNull().and(row_number().over(inFile).gt(1)))
                .withColumn(A_PART, col(EN_DOUBLE).or(not(coalesce(sound, lit(false)))))
                .withColumn("_choix", row_number().over(inRelease))
                .where(col(A_PART).or(col("_choix").equalTo(1)))
                .drop("_choix");
    }

    /** The versions, in the columns of the contract; lines set apart come out once, as they are. */
    public static Dataset<Row> versions(Dataset<Row> releases, TableContract contract, String key) {
        WindowSpec inTime = Window.partitionBy(col(key), col(A_PART)).orderBy(Technical.MILLESIME);
        Column changed = not(col(EMPREINTE).eqNullSafe(lag(col(EMPREINTE), 1).over(inTime)));

        return releases.withColumn(EMPREINTE, Digest.of(remembered(contract, key)))
                .withColumn("_change", changed)
                .where(col(A_PART).or(col("_change")))
                .withColumn(
                        "_suivante",
                        when(not(col(A_PART)), lead(col(Technical.MILLESIME), 1).over(inTime)))
                .withColumn("_temps", explode(temps()))
                .withColumn(SOURCE, col(Technical.SOURCE))
                .select(col("*"), col("_temps.*"));
    }

    private static Column temps() {
        Column du = col(Technical.MILLESIME);
        Column suivante = col("_suivante");
        Column cru = temps(du, TOUJOURS, du, coalesce(suivante, TOUJOURS));
        return when(suivante.isNull(), array(cru)).otherwise(array(cru, temps(du, suivante, suivante, TOUJOURS)));
    }

    private static Column temps(Column valideDu, Column valideAu, Column connuDu, Column connuAu) {
        return struct(valideDu.as(VALIDE_DU), valideAu.as(VALIDE_AU), connuDu.as(CONNU_DU), connuAu.as(CONNU_AU));
    }

    /** Fills the position of a release that gives none with the last one known: it takes nothing back. */
    public static Dataset<Row> lastPosition(Dataset<Row> releases, String key) {
        WindowSpec untilNow = Window.partitionBy(col(key), col(A_PART))
                .orderBy(Technical.MILLESIME)
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        List<String> columns = List.of(X_PUBLIE, Y_PUBLIE, SRID_PUBLIE, SOURCE_POSITION);
        Column[] position = columns.stream().map(functions::col).toArray(Column[]::new);

        Dataset<Row> filled = releases.withColumn(
                "_position",
                last(when(col(X_PUBLIE).isNotNull(), struct(position)), true).over(untilNow));
        for (String column : columns) {
            filled = filled.withColumn(column, col("_position." + column));
        }
        return filled.drop("_position");
    }

    /** The columns of the contract, where the row comes from and the rules it breaks. */
    public static Column[] columns(TableContract contract) {
        List<String> columns = new ArrayList<>(contract.columns());
        columns.addAll(List.of(Technical.FICHIER, Technical.LIGNE, Technical.REGLES));
        return columns.stream().map(functions::col).toArray(Column[]::new);
    }

    private static List<String> remembered(TableContract contract, String key) {
        return Description.described(contract).stream()
                .filter(Field::historique)
                .map(Field::name)
                .filter(name -> !name.equals(key))
                .toList();
    }
}

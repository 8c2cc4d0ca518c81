package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * When a cooperation lives: while its dates and its maturity say so.
 *
 * <p>One in reflection is not there yet, one that is told to have ended is not there any more. What was told last holds until
 * something else is told; before the first telling, and where nobody tells, the dates alone decide.
 */
public final class Maturites {

    /** First and last day of a period; null when there is none. */
    public static final String DU = "_mature_du";

    public static final String AU = "_mature_au";

    private static final String DORT = "_dort";
    private static final String PERIODE = "_periode";
    private static final Column TOUJOURS = lit(Date.valueOf("0001-01-01"));

    private Maturites() {}

    /** Periods in which their maturity keeps cooperations from living: code_cooperation, {@link #DU}, {@link #AU}. */
    public static Dataset<Row> sommeils(Dataset<Row> faits) {
        return periodes(faits).where(col(DORT)).drop(DORT);
    }

    /** One row per cooperation and period in which it lives: code_cooperation, date_debut, date_fin. */
    public static Dataset<Row> vies(Dataset<Row> cooperations, Dataset<Row> faits) {
        return cooperations
                .select(CODE_COOPERATION, DATE_DEBUT, DATE_FIN)
                .join(periodes(faits), new String[] {CODE_COOPERATION}, "left")
                .where(coalesce(col(DORT).equalTo(false), lit(true)))
                .withColumn(DATE_DEBUT, greatest(col(DATE_DEBUT), col(DU)))
                .withColumn(DATE_FIN, least(col(DATE_FIN), col(AU)))
                .where(coalesce(col(DATE_DEBUT).leq(col(DATE_FIN)), lit(true)))
                .drop(DU, AU, DORT);
    }

    /** All days of the cooperations whose maturity is told, in periods. */
    private static Dataset<Row> periodes(Dataset<Row> faits) {
        WindowSpec story = Window.partitionBy(CODE_COOPERATION).orderBy(DATE_DEBUT);
        Column first =
                lag(DATE_DEBUT, 1).over(story).isNull().and(col(DATE_DEBUT).gt(TOUJOURS));
        Column before = struct(
                lit(null).cast("date").as(DU),
                date_sub(col(DATE_DEBUT), 1).as(AU),
                lit(false).as(DORT));
        Column told = struct(
                col(DATE_DEBUT).as(DU),
                date_sub(lead(DATE_DEBUT, 1).over(story), 1).as(AU),
                col(MATURITE).isin("reflexion", "terminee").as(DORT));
        return faits.where(col(RUBRIQUE).equalTo("maturite"))
                .groupBy(
                        col(CODE_COOPERATION),
                        coalesce(col(DATE_DEBUT), TOUJOURS).as(DATE_DEBUT))
                .agg(max(CODE_VALEUR).as(MATURITE))
                .withColumn(PERIODE, when(first, array(before, told)).otherwise(array(told)))
                .select(col(CODE_COOPERATION), explode(col(PERIODE)).as(PERIODE))
                .select(col(CODE_COOPERATION), col(PERIODE + ".*"));
    }
}

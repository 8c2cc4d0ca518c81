package fr.maillage.gold.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which cooperations live on a day: by their dates and by their maturity.
 *
 * <p>One in reflection is not there yet, one that is told to have ended is not there any more; one whose maturity nobody
 * tells lives by its dates.
 */
public final class Vivantes {

    /** The cooperation that one counts as: a found one that is declared too counts as the declared one. */
    public static final String COMPTEE = "_comptee";

    private static final String[] CLE = {CODE_COOPERATION, DATE_OBSERVATION};

    private Vivantes() {}

    /** Cooperations that their maturity keeps from living, by day: code_cooperation, date_observation. */
    public static Dataset<Row> endormies(Dataset<Row> faits, Dataset<Row> jours) {
        Column told = struct(coalesce(col(DATE_DEBUT), lit("0001-01-01").cast("date")), col(CODE_VALEUR));
        return faits.where(col(RUBRIQUE).equalTo("maturite"))
                .crossJoin(broadcast(jours.select(DATE_OBSERVATION)))
                .where(coalesce(col(DATE_DEBUT).leq(col(DATE_OBSERVATION)), lit(true)))
                .groupBy(CODE_COOPERATION, DATE_OBSERVATION)
                .agg(max(told).getField(CODE_VALEUR).as(MATURITE))
                .where(col(MATURITE).isin("reflexion", "terminee"))
                .drop(MATURITE);
    }

    /** Rows of cooperations and days without those whose maturity keeps them from living. */
    public static Dataset<Row> eveillees(Dataset<Row> lignes, Dataset<Row> faits, Dataset<Row> jours) {
        return lignes.join(broadcast(endormies(faits, jours)), CLE, "left_anti");
    }

    /**
     * One row per cooperation and day on which the one it counts as lives: code_cooperation, numero_finess,
     * {@link #COMPTEE}, its forme_juridique and date_observation.
     */
    public static Dataset<Row> of(
            Dataset<Row> cooperations, Dataset<Row> rapprochements, Dataset<Row> faits, Dataset<Row> jours) {
        Dataset<Row> doubles = rapprochements
                .groupBy(col(CODE_COOPERATION_DETECTEE).as(CODE_COOPERATION))
                .agg(min(CODE_COOPERATION_DECLAREE).as(COMPTEE));
        Dataset<Row> vivantes = eveillees(Liens.vivantes(cooperations, jours), faits, jours)
                .select(col(CODE_COOPERATION).as(COMPTEE), col(FORME_JURIDIQUE), col(DATE_OBSERVATION));
        return cooperations
                .select(CODE_COOPERATION, NUMERO_FINESS)
                .join(broadcast(doubles), new String[] {CODE_COOPERATION}, "left")
                .withColumn(COMPTEE, coalesce(col(COMPTEE), col(CODE_COOPERATION)))
                .join(broadcast(vivantes), COMPTEE);
    }
}

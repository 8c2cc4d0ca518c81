package fr.maillage.gold.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import fr.maillage.silver.cooperation.Maturites;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which cooperations live on a day: by their dates and by their maturity, as {@link Maturites} reads it.
 */
public final class Vivantes {

    /** The cooperation that one counts as: a found one that is declared too counts as the declared one. */
    public static final String COMPTEE = "_comptee";

    private static final String[] CLE = {CODE_COOPERATION, DATE_OBSERVATION};

    private Vivantes() {}

    /** Cooperations that their maturity keeps from living, by day: code_cooperation, date_observation. */
    public static Dataset<Row> endormies(Dataset<Row> faits, Dataset<Row> jours) {
        return Maturites.sommeils(faits)
                .crossJoin(broadcast(jours.select(DATE_OBSERVATION)))
                .where(coalesce(col(Maturites.DU).leq(col(DATE_OBSERVATION)), lit(true)))
                .where(coalesce(col(Maturites.AU).geq(col(DATE_OBSERVATION)), lit(true)))
                .select(CODE_COOPERATION, DATE_OBSERVATION);
    }

    /** Rows of cooperations and days without those whose maturity keeps them from living. */
    public static Dataset<Row> eveillees(Dataset<Row> lignes, Dataset<Row> faits, Dataset<Row> jours) {
        return eveillees(lignes, endormies(faits, jours));
    }

    /** The same, for several tables of rows. */
    public static Dataset<Row> eveillees(Dataset<Row> lignes, Dataset<Row> endormies) {
        return lignes.join(broadcast(endormies), CLE, "left_anti");
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

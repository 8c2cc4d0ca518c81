package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which node a node is on each day: itself until another organisation takes its place, then that one.
 *
 * <p>What was told of DDTEFP holds for DIRECCTE from the day it took over, so that one authority is one node. An
 * organisation that a link names before its own first day stands for itself: nobody said which of those it came from was
 * meant.
 */
public final class Suites {

    private static final String SUIVIE = "_suivie";
    private static final String ACTUELLE = "_actuelle";
    private static final String DU = "_suite_du";
    private static final String AU = "_suite_au";

    private Suites() {}

    /** Every organisation that a succession names, on every day: silver/organisation_successeur and the days before it. */
    public static Dataset<Row> of(Dataset<Row> successeurs) {
        Dataset<Row> avant = successeurs
                .groupBy(CODE_ORGANISATION)
                .agg(
                        min(DATE_DEBUT).as(DATE_DEBUT),
                        count(when(col(DATE_DEBUT).isNull(), 1)).as("_depuis_toujours"))
                .where(col("_depuis_toujours").equalTo(0))
                .select(
                        col(CODE_ORGANISATION),
                        col(CODE_ORGANISATION),
                        lit(null).cast("date"),
                        date_sub(col(DATE_DEBUT), 1));
        return successeurs
                .select(CODE_ORGANISATION, CODE_ORGANISATION_ACTUELLE, DATE_DEBUT, DATE_FIN)
                .union(avant)
                .toDF(SUIVIE, ACTUELLE, DU, AU);
    }

    /**
     * Rows with date_debut and date_fin, cut into the periods in which their {@code noeud} is one organisation.
     *
     * @param ancien where the node stays that another took the place of; null where none did
     */
    public static Dataset<Row> avec(Dataset<Row> lignes, String noeud, String ancien, Dataset<Row> suites) {
        Column meets = col(noeud)
                .equalTo(col(SUIVIE))
                .and(coalesce(col(DU).leq(col(DATE_FIN)), lit(true)))
                .and(coalesce(col(AU).geq(col(DATE_DEBUT)), lit(true)));
        return lignes.join(broadcast(suites), meets, "left")
                .withColumn(ancien, when(col(ACTUELLE).notEqual(col(noeud)), col(noeud)))
                .withColumn(noeud, coalesce(col(ACTUELLE), col(noeud)))
                .withColumn(DATE_DEBUT, greatest(col(DATE_DEBUT), col(DU)))
                .withColumn(DATE_FIN, least(col(DATE_FIN), col(AU)))
                .drop(SUIVIE, ACTUELLE, DU, AU);
    }
}

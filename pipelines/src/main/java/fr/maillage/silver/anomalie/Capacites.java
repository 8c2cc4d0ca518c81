package fr.maillage.silver.anomalie;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.anomalie.Dossiers.ECART_CAPACITE;
import static fr.maillage.silver.anomalie.Dossiers.MEDIANE_CAPACITE;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * The places of each establishment, and how far they are from what is usual in its category.
 *
 * <p>Places are compared by their logarithm, since sizes multiply. The distance is to the median, in units of the median
 * of absolute distances times 1.4826, which is a standard deviation where the law is normal and is not moved by the few
 * values it looks for.
 */
final class Capacites {

    private static final double NORMAL = 1.4826;
    /** A category in which all have the same size still bears a difference of one tenth. */
    private static final double LEAST_DEVIATION = 0.1;

    private static final String LOG = "_log";
    private static final String MEDIANE = "_mediane";
    private static final String DEVIATION = "_deviation";

    private Capacites() {}

    /**
     * @param places grouped by establishment and category
     */
    static Dataset<Row> of(RelationalGroupedDataset places, long effectifMin) {
        Dataset<Row> sommes = places.agg(
                        sum(NB_PLACES_AUTORISEES).as(NB_PLACES_AUTORISEES),
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES))
                .withColumn(LOG, when(col(NB_PLACES_AUTORISEES).gt(0), log(col(NB_PLACES_AUTORISEES))));
        Dataset<Row> medianes = sommes.where(col(LOG).isNotNull())
                .groupBy(CODE_CATEGORIE)
                .agg(
                        median(col(LOG)).as(MEDIANE),
                        median(col(NB_PLACES_AUTORISEES)).as(MEDIANE_CAPACITE),
                        count(lit(1)).as("_effectif"))
                .where(col("_effectif").geq(effectifMin));
        Dataset<Row> compares = sommes.join(medianes, new String[] {CODE_CATEGORIE}, "left");
        Dataset<Row> deviations = compares.where(col(MEDIANE).isNotNull())
                .groupBy(CODE_CATEGORIE)
                .agg(median(abs(col(LOG).minus(col(MEDIANE)))).as(DEVIATION));
        Column unit = greatest(col(DEVIATION).multiply(NORMAL), lit(LEAST_DEVIATION));
        return compares.join(deviations, new String[] {CODE_CATEGORIE}, "left")
                .select(
                        col(NUMERO_FINESS_ET),
                        col(NB_PLACES_AUTORISEES),
                        col(NB_PLACES_INSTALLEES),
                        col(MEDIANE_CAPACITE),
                        round(try_divide(col(LOG).minus(col(MEDIANE)), unit), 1).as(ECART_CAPACITE));
    }
}

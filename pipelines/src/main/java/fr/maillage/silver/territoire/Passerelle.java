package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * From a commune code as published, with its vintage, to the territories of the cadre.
 *
 * <p>This is the one road along which every measure climbs. What is known of a commune that was split is certain only for
 * a territory that holds all its parts; a level that is not certain is null. A code of which the movements say nothing
 * stands for itself while it is still in use.
 */
public final class Passerelle {

    private final Dataset<Row> successeurs;
    private final Dataset<Row> rattachement;

    /**
     * @param successeurs silver/commune_successeur
     * @param rattachement silver/rattachement
     */
    public Passerelle(Dataset<Row> successeurs, Dataset<Row> rattachement) {
        this.successeurs = successeurs;
        this.rattachement = rattachement;
    }

    /**
     * One row per published code that is known: code_commune, millesime, and the territory of each level as
     * code_commune_cible, code_epci, code_departement and code_region.
     */
    public Dataset<Row> territoires(Dataset<Row> publies) {
        String[] key = {CODE_COMMUNE, MILLESIME};
        return publies.select(CODE_COMMUNE, MILLESIME)
                .where(col(CODE_COMMUNE).isNotNull())
                .distinct()
                .join(successeurs.select(CODE_COMMUNE, MILLESIME, CODE_COMMUNE_CIBLE), key, "left")
                .withColumn(CODE_COMMUNE_CIBLE, coalesce(col(CODE_COMMUNE_CIBLE), col(CODE_COMMUNE)))
                .join(parCommune(), new String[] {CODE_COMMUNE_CIBLE}, "inner")
                .groupBy(CODE_COMMUNE, MILLESIME)
                .agg(certain(CODE_COMMUNE_CIBLE), certain(CODE_EPCI), certain(CODE_DEPARTEMENT), certain(CODE_REGION));
    }

    /** The bridge with its levels side by side: one row per commune of the cadre. */
    private Dataset<Row> parCommune() {
        return rattachement
                .groupBy(col(CODE_COMMUNE).as(CODE_COMMUNE_CIBLE))
                .agg(level("epci", CODE_EPCI), level("departement", CODE_DEPARTEMENT), level("region", CODE_REGION));
    }

    private static Column level(String niveau, String column) {
        return max(when(col(NIVEAU).equalTo(niveau), col(CODE_TERRITOIRE))).as(column);
    }

    /** The one territory that holds all parts. */
    private static Column certain(String column) {
        Column all = count(col(column)).equalTo(count(lit(1)));
        Column one = min(column).equalTo(max(column));
        return when(all.and(one), max(column)).as(column);
    }
}

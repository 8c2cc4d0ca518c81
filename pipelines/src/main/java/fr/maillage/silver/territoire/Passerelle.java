package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * From a commune code as published, with its vintage, to the territories of the cadre.
 *
 * <p>This is the one road along which every measure climbs: rows with code_commune and millesime come out once per level
 * whose territory is certain. What is known of a commune that was split is certain only for a territory that holds all
 * its parts.
 */
public final class Passerelle {

    /** Whether the territory holds the whole of what the published code stands for. */
    public static final String CERTAIN = "_certain";

    private static final String TERRITOIRES = "_territoires";

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

    /** One row per published code and territory: code_commune, millesime, niveau, code_territoire and {@link #CERTAIN}. */
    public Dataset<Row> territoires(Dataset<Row> publies) {
        Dataset<Row> asked = publies.select(CODE_COMMUNE, MILLESIME).distinct();
        return communesDuCadre(asked)
                .join(
                        rattachement.select(
                                col(CODE_COMMUNE).as(CODE_COMMUNE_CIBLE), col(NIVEAU), col(CODE_TERRITOIRE)),
                        CODE_COMMUNE_CIBLE)
                .groupBy(CODE_COMMUNE, MILLESIME, NIVEAU)
                .agg(collect_set(CODE_TERRITOIRE).as(TERRITOIRES))
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(NIVEAU),
                        explode(col(TERRITOIRES)).as(CODE_TERRITOIRE),
                        size(col(TERRITOIRES)).equalTo(1).as(CERTAIN));
    }

    /** The communes of the cadre a published code became; itself when its vintage is unknown and the code still stands. */
    private Dataset<Row> communesDuCadre(Dataset<Row> asked) {
        String[] key = {CODE_COMMUNE, MILLESIME};
        Dataset<Row> told = asked.join(successeurs.select(CODE_COMMUNE, MILLESIME, CODE_COMMUNE_CIBLE), key, "inner");
        Dataset<Row> standing =
                rattachement.where(col(NIVEAU).equalTo("commune")).select(CODE_COMMUNE);
        Dataset<Row> untold = asked.join(told, key, "left_anti")
                .join(standing, new String[] {CODE_COMMUNE}, "left_semi")
                .withColumn(CODE_COMMUNE_CIBLE, col(CODE_COMMUNE));
        return told.unionByName(untold);
    }
}

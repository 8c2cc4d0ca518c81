package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is told of the communes of any vintage, carried to those of the cadre and up to every level.
 *
 * <p>A count is shared by the inhabitants of the pieces and added up; a rate holds in every piece and is averaged by
 * inhabitants. A commune or territory of which a part is unknown has no value: no data is not zero.
 */
public final class ContexteDesCommunes {

    private static final String CLE = "_cle";
    private static final String SOURCE_COMMUNALE = "_commune";
    private static final String COUVERTE = "_couverte";
    private static final String ESTIMEE = "_estimee";
    private static final String LUE = "_lue";
    private static final String POIDS = "_poids";
    private static final String TOTAL = "_total";
    private static final double ALMOST_ONE = 1 - 1e-6;

    private final Dataset<Row> successeurs;
    private final Dataset<Row> passages;
    private final Dataset<Row> rattachement;

    /**
     * @param successeurs silver/commune_successeur
     * @param passages silver/passage_commune
     * @param rattachement silver/rattachement
     */
    public ContexteDesCommunes(Dataset<Row> successeurs, Dataset<Row> passages, Dataset<Row> rattachement) {
        this.successeurs = successeurs;
        this.passages = passages;
        this.rattachement = rattachement;
    }

    /** niveau, code_territoire, annee, indicateur, the value with its bounds, and how much of it is estimated. */
    public Dataset<Row> parTerritoire(Dataset<Row> contextes, Dataset<Row> territoires) {
        Dataset<Row> told = contextes
                .where(col(NIVEAU).equalTo("commune").and(col(VALEUR_INDICATEUR).isNotNull()))
                .withColumn(CLE, concat_ws("|", col(INDICATEUR), col(ANNEE)))
                .withColumnRenamed(CODE_TERRITOIRE, SOURCE_COMMUNALE);
        return leves(duCadre(told), territoires);
    }

    /** One row per commune of the cadre and indicator that is known of all it came from. */
    private Dataset<Row> duCadre(Dataset<Row> told) {
        Dataset<Row> parts = venues(told);
        Column taux = col(NATURE_INDICATEUR).equalTo("taux");
        Column weight = when(taux, col(COUVERTE)).otherwise(coalesce(col(PART), lit(0.0)));
        Column cut =
                when(taux, col(COUVERTE).lt(ALMOST_ONE)).otherwise(col(PART).lt(ALMOST_ONE));
        return parts.groupBy(CODE_COMMUNE, CLE, INDICATEUR, ANNEE, NATURE_INDICATEUR)
                .agg(
                        sum(col(VALEUR_INDICATEUR).multiply(weight)).as(VALEUR_INDICATEUR),
                        sum(col(BORNE_BASSE).multiply(weight)).as(BORNE_BASSE),
                        sum(col(BORNE_HAUTE).multiply(weight)).as(BORNE_HAUTE),
                        min(col(BORNE_BASSE).isNotNull().and(col(BORNE_HAUTE).isNotNull()))
                                .as("_bornes"),
                        max(QUALIFICATIF).as(QUALIFICATIF),
                        max(SOURCE_INDICATEUR).as(SOURCE_INDICATEUR),
                        sum(COUVERTE).as(COUVERTE),
                        max(coalesce(cut, lit(false))).as(ESTIMEE),
                        max(col(NATURE_PART).equalTo("inconnu")).as("_inconnue"))
                .where(col(COUVERTE)
                        .geq(ALMOST_ONE)
                        .and(coalesce(col("_inconnue"), lit(false)).equalTo(false)))
                .withColumn(BORNE_BASSE, when(col("_bornes"), col(BORNE_BASSE)))
                .withColumn(BORNE_HAUTE, when(col("_bornes"), col(BORNE_HAUTE)))
                .drop("_bornes", "_inconnue", COUVERTE);
    }

    /** The communes told of that a commune of the cadre came from: the share it has of each, and each of it. */
    private Dataset<Row> venues(Dataset<Row> told) {
        Dataset<Row> asZones = told.select(
                col(CLE).as(DIVISION),
                col(SOURCE_COMMUNALE).as(CODE_ZONE),
                col(SOURCE_COMMUNALE).as(CODE_COMMUNE),
                col(MILLESIME),
                lit(1.0).as(PART),
                lit("exact").as(NATURE_PART),
                lit("insee").as(ORIGINE_DIVISION));
        Dataset<Row> cadre = rattachement.where(col(NIVEAU).equalTo("commune")).select(CODE_COMMUNE, MILLESIME);
        Dataset<Row> shares = DivisionsDuCadre.of(asZones, cadre, passages)
                .select(
                        col(CODE_COMMUNE),
                        col(NIVEAU).as(CLE),
                        col(CODE_TERRITOIRE).as(SOURCE_COMMUNALE),
                        col(PART).as(COUVERTE));
        Dataset<Row> lectures = successeurs.select(
                col(CODE_COMMUNE).as(LUE),
                col(CODE_COMMUNE_CIBLE).as(CODE_COMMUNE),
                col(LU_DU),
                col(LU_AU),
                col(PART),
                col(NATURE_PART));
        return told.join(shares, new String[] {CLE, SOURCE_COMMUNALE})
                .join(
                        lectures.withColumnRenamed(CODE_COMMUNE, "_cible"),
                        col(LUE).equalTo(col(SOURCE_COMMUNALE))
                                .and(col("_cible").equalTo(col(CODE_COMMUNE)))
                                .and(Millesimes.within(col(MILLESIME), LU_DU, LU_AU)),
                        "left");
    }

    /** Up the bridge, where every commune of the territory is known. */
    private Dataset<Row> leves(Dataset<Row> communes, Dataset<Row> territoires) {
        Dataset<Row> habitants = territoires
                .where(col(NIVEAU).equalTo("commune"))
                .select(col(CODE_TERRITOIRE).as(CODE_COMMUNE), col(POPULATION));
        Dataset<Row> pont = rattachement
                .where(coalesce(col(NATURE_PART).notEqual("inconnu"), lit(true)))
                .select(
                        col(CODE_COMMUNE),
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        coalesce(col(PART), lit(1.0)).as(PART))
                .join(habitants, CODE_COMMUNE);
        Dataset<Row> totals =
                pont.groupBy(NIVEAU, CODE_TERRITOIRE).agg(count(lit(1)).as(TOTAL));
        Column taux = col(NATURE_INDICATEUR).equalTo("taux");
        Column people = col(POPULATION).multiply(col(PART));
        Column single = col(NIVEAU).equalTo("commune");
        Column poids = when(taux, when(single, lit(1.0)).otherwise(people)).otherwise(col(PART));
        Column estimated = col(ESTIMEE).or(col(PART).lt(ALMOST_ONE));
        Column size = when(taux, col(POIDS)).otherwise(col(POIDS).multiply(col(VALEUR_INDICATEUR)));
        Column base = when(taux, col(POIDS)).otherwise(lit(1.0));
        return communes.join(pont, CODE_COMMUNE)
                .withColumn(POIDS, poids)
                .groupBy(NIVEAU, CODE_TERRITOIRE, CLE, INDICATEUR, ANNEE, NATURE_INDICATEUR)
                .agg(
                        sum(col(VALEUR_INDICATEUR).multiply(col(POIDS))).as(VALEUR_INDICATEUR),
                        sum(col(BORNE_BASSE).multiply(col(POIDS))).as(BORNE_BASSE),
                        sum(col(BORNE_HAUTE).multiply(col(POIDS))).as(BORNE_HAUTE),
                        min(col(BORNE_BASSE).isNotNull()).as("_bornes"),
                        max(QUALIFICATIF).as(QUALIFICATIF),
                        max(SOURCE_INDICATEUR).as(SOURCE_INDICATEUR),
                        sum(base).as(POIDS),
                        min(col(POIDS).isNotNull()).as("_pesee"),
                        sum(when(estimated, size)).as(ESTIMEE),
                        sum(size).as("_taille"),
                        count(lit(1)).as("_connues"))
                .join(broadcast(totals), new String[] {NIVEAU, CODE_TERRITOIRE})
                .where(col("_connues").equalTo(col(TOTAL)).and(col("_pesee")))
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(ANNEE),
                        col(INDICATEUR),
                        value(VALEUR_INDICATEUR, lit(true)),
                        value(BORNE_BASSE, col("_bornes")),
                        value(BORNE_HAUTE, col("_bornes")),
                        col(QUALIFICATIF),
                        col(SOURCE_INDICATEUR),
                        lit("communes").as(ORIGINE_VALEUR),
                        try_divide(col(ESTIMEE), col("_taille")).as(PART_ESTIMEE));
    }

    private static Column value(String column, Column known) {
        Column taux = col(NATURE_INDICATEUR).equalTo("taux");
        return when(known, when(taux, try_divide(col(column), col(POIDS))).otherwise(col(column)))
                .as(column);
    }
}

package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.gold.cooperation.Comptes;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How unequal an indicator is inside a territory.
 *
 * <p>Every indicator is something counted over something it is divided by, in each territory. A sub-territory of which
 * either is unknown, or that has nothing to divide by, is left out and counted.
 */
public final class DispersionParTerritoire implements Transformation {

    private static final String COMPTE = "_compte";
    private static final String BASE = "_base";
    private static final String FACTEUR = "_facteur";
    private static final String SOUS_CODE = "_sous_code";
    private static final String TAUX = "_taux";
    private static final String TERME = "_terme";
    private static final String PART_COMPTE = "_part_compte";
    private static final String[] GROUP = {NIVEAU, CODE_TERRITOIRE, SOUS_NIVEAU, INDICATEUR_DISPERSION};

    @Override
    public TableContract target() {
        return Gold.DISPERSION_PAR_TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> territoires = tables.read(Silver.TERRITOIRE);
        return apply(
                mesures(tables.read(Gold.OFFRE_PAR_TERRITOIRE), tables.read(Gold.COUVERTURE_PAR_TERRITOIRE)),
                emboitements(territoires, tables.read(Silver.RATTACHEMENT)),
                territoires);
    }

    static Dataset<Row> apply(Dataset<Row> mesures, Dataset<Row> emboitements, Dataset<Row> territoires) {
        Dataset<Row> unites = unites(mesures, emboitements);
        Dataset<Row> figures = unites.groupBy(columns(GROUP))
                .agg(
                        count(lit(1)).as(NB_SOUS_TERRITOIRES),
                        count(when(col(TAUX).isNull(), 1)).as(NB_SOUS_TERRITOIRES_INCONNUS),
                        min(TAUX).as(VALEUR_MINIMALE),
                        median(col(TAUX)).as(VALEUR_MEDIANE),
                        max(TAUX).as(VALEUR_MAXIMALE),
                        // Rounding may leave a hair below 0 where all are equal.
                        greatest(lit(0.0), sum(TERME)).as(THEIL_ENTRE));
        Dataset<Row> within = within(unites, figures);
        return figures.join(within, GROUP, "left")
                .withColumn(
                        THEIL_DANS,
                        when(
                                        col(SOUS_NIVEAU).equalTo("commune"),
                                        col(THEIL_ENTRE).multiply(0))
                                .otherwise(col(THEIL_DANS)))
                .join(
                        broadcast(territoires.select(NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE)),
                        new String[] {NIVEAU, CODE_TERRITOIRE},
                        "inner");
    }

    /** Each sub-territory with its value, and its share and term of the Theil index of the territory. */
    private static Dataset<Row> unites(Dataset<Row> mesures, Dataset<Row> emboitements) {
        Dataset<Row> sous =
                mesures.withColumnRenamed(NIVEAU, SOUS_NIVEAU).withColumnRenamed(CODE_TERRITOIRE, SOUS_CODE);
        Column known = col(COMPTE).isNotNull().and(col(BASE).gt(0));
        Column compte = when(known, col(COMPTE).multiply(col(PART)));
        Column base = when(known, col(BASE).multiply(col(PART)));
        Column share = try_divide(compte, sum(compte).over(Window.partitionBy(columns(GROUP))));
        Column ofBase = try_divide(base, sum(base).over(Window.partitionBy(columns(GROUP))));
        return sous.join(emboitements, new String[] {SOUS_NIVEAU, SOUS_CODE})
                .withColumn(TAUX, when(known, col(COMPTE).divide(col(BASE)).multiply(col(FACTEUR))))
                .withColumn(PART_COMPTE, share)
                .withColumn(
                        TERME,
                        when(share.equalTo(0), 0.0).when(share.gt(0), share.multiply(log(share.divide(ofBase)))));
    }

    /** What is unequal inside the sub-territories themselves, between their communes. */
    private static Dataset<Row> within(Dataset<Row> unites, Dataset<Row> figures) {
        Dataset<Row> inside = figures.where(col(SOUS_NIVEAU).equalTo("commune"))
                .select(
                        col(NIVEAU).as(SOUS_NIVEAU),
                        col(CODE_TERRITOIRE).as(SOUS_CODE),
                        col(INDICATEUR_DISPERSION),
                        col(THEIL_ENTRE).as(THEIL_DANS));
        return unites.where(col(SOUS_NIVEAU).notEqual("commune"))
                .join(inside, new String[] {SOUS_NIVEAU, SOUS_CODE, INDICATEUR_DISPERSION}, "left")
                .groupBy(columns(GROUP))
                .agg(sum(when(col(PART_COMPTE).gt(0), col(PART_COMPTE).multiply(col(THEIL_DANS)))
                                .when(col(PART_COMPTE).equalTo(0), 0.0))
                        .as(THEIL_DANS));
    }

    /**
     * Which sub-territories a territory holds, with the share of each that it holds; perimeters of users, which may
     * overlap, are no parts of the country.
     */
    static Dataset<Row> emboitements(Dataset<Row> territoires, Dataset<Row> rattachement) {
        Column whole = lit(1.0);
        Dataset<Row> ofCountry = territoires
                .where(not(col(NIVEAU).isin(Agregation.NATIONAL, Niveaux.TERRITOIRE_DECLARE)))
                .select(
                        lit(Agregation.NATIONAL).as(NIVEAU),
                        lit(Agregation.FRANCE).as(CODE_TERRITOIRE),
                        col(NIVEAU).as(SOUS_NIVEAU),
                        col(CODE_TERRITOIRE).as(SOUS_CODE),
                        whole.as(PART));
        Dataset<Row> ofRegions = territoires
                .where(col(NIVEAU).equalTo("departement").and(col(CODE_REGION).isNotNull()))
                .select(
                        lit("region").as(NIVEAU),
                        col(CODE_REGION).as(CODE_TERRITOIRE),
                        col(NIVEAU).as(SOUS_NIVEAU),
                        col(CODE_TERRITOIRE).as(SOUS_CODE),
                        whole.as(PART));
        return ofCountry
                .union(ofRegions)
                .union(rattachement
                        .where(col(NIVEAU).notEqual("commune").and(col(NIVEAU).notEqual(Agregation.NATIONAL)))
                        .select(
                                col(NIVEAU),
                                col(CODE_TERRITOIRE),
                                lit("commune").as(SOUS_NIVEAU),
                                col(CODE_COMMUNE).as(SOUS_CODE),
                                coalesce(col(PART), whole).as(PART)));
    }

    /** What is counted and what it is divided by, for each indicator and territory. */
    static Dataset<Row> mesures(Dataset<Row> offres, Dataset<Row> couvertures) {
        Dataset<Row> ensemble = offres.where(col(NIVEAU_CATEGORIE).equalTo(Regroupements.ENSEMBLE));
        Dataset<Row> esms = ensemble.where(col(PERIMETRE).equalTo(Perimetre.ESMS));
        Dataset<Row> cooperations = couvertures
                .where(col(NIVEAU_CATEGORIE).equalTo(Regroupements.ENSEMBLE))
                .where(col(PERIMETRE).equalTo(Perimetre.ESMS))
                .where(col(FORME_JURIDIQUE).equalTo(Comptes.TOUTES));
        Dataset<Row> newest = cooperations.agg(max(DATE_OBSERVATION).as(DATE_OBSERVATION));
        return mesure(
                        "etablissements_pour_10000",
                        ensemble.where(col(PERIMETRE).equalTo(Perimetre.TOUS)),
                        NB_ETABLISSEMENTS,
                        POPULATION,
                        10_000)
                .union(mesure("esms_pour_10000", esms, NB_ETABLISSEMENTS, POPULATION, 10_000))
                .union(mesure("places_esms_pour_1000", esms, NB_PLACES_INSTALLEES, POPULATION, 1_000))
                .union(mesure(
                        "part_esms_en_cooperation",
                        cooperations.join(broadcast(newest), DATE_OBSERVATION),
                        NB_ETABLISSEMENTS_EN_COOPERATION,
                        NB_ETABLISSEMENTS,
                        1));
    }

    private static Dataset<Row> mesure(String indicateur, Dataset<Row> rows, String compte, String base, int facteur) {
        return rows.select(
                lit(indicateur).as(INDICATEUR_DISPERSION),
                col(NIVEAU),
                col(CODE_TERRITOIRE),
                col(compte).cast("double").as(COMPTE),
                col(base).cast("double").as(BASE),
                lit((double) facteur).as(FACTEUR));
    }

    private static Column[] columns(String... names) {
        return java.util.Arrays.stream(names)
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
    }
}

package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Open establishments and their managers by territory and category, also per 10,000 inhabitants.
 *
 * <p>A manager of several establishments of a territory counts once there, so that managers never add up from level to
 * level. Establishments without a known commune count in the country alone.
 */
public final class OffreParTerritoire implements Transformation {

    private static final int RATE_DECIMALS = 4;
    private static final String NOMBRE = "_nombre";
    private static final String ESTIMES = "_estimes";
    private static final String REGROUPEMENT = "_regroupement";

    @Override
    public TableContract target() {
        return Gold.OFFRE_PAR_TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> ouverts = Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT));
        Passerelle passerelle =
                new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), tables.read(Silver.RATTACHEMENT));
        return apply(
                ouverts,
                tables.read(Silver.CATEGORIE),
                tables.read(Silver.TERRITOIRE),
                passerelle,
                Perimetre.of(tables));
    }

    static Dataset<Row> apply(
            Dataset<Row> etablissements,
            Dataset<Row> categories,
            Dataset<Row> territoires,
            Passerelle passerelle,
            Perimetre perimetre) {
        Dataset<Row> faits = Agregation.parTerritoire(mesures(etablissements, categories, perimetre), passerelle)
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(PERIMETRE),
                        col(REGROUPEMENT),
                        col(NUMERO_FINESS_EJ),
                        lit(1L).as(NOMBRE),
                        col(ESTIMES))
                .union(zeros(territoires))
                .select(col("*"), col(REGROUPEMENT + ".*"));
        Dataset<Row> comptes = faits.groupBy(NIVEAU, CODE_TERRITOIRE, PERIMETRE, NIVEAU_CATEGORIE, CODE_REGROUPEMENT)
                .agg(
                        sum(NOMBRE).as(NB_ETABLISSEMENTS),
                        count_distinct(col(NUMERO_FINESS_EJ)).as(NB_GESTIONNAIRES),
                        sum(ESTIMES).as(ESTIMES));
        return described(comptes, categories, territoires);
    }

    private static Dataset<Row> mesures(Dataset<Row> etablissements, Dataset<Row> categories, Perimetre perimetre) {
        Column estime = when(col(SOURCE_COMMUNE).equalTo("adresse"), 1L).otherwise(0L);
        return etablissements
                .join(
                        broadcast(categories.select(CODE_CATEGORIE, CODE_AGREGAT_1, CODE_AGREGAT_2, CODE_AGREGAT_3)),
                        new String[] {CODE_CATEGORIE},
                        "left")
                .select(
                        col(NUMERO_FINESS_EJ),
                        col(CODE_COMMUNE),
                        col(MILLESIME_COMMUNE).as(MILLESIME),
                        estime.as(ESTIMES),
                        Regroupements.of().as(REGROUPEMENT),
                        explode(perimetre.perimetres()).as(PERIMETRE))
                .withColumn(REGROUPEMENT, explode(col(REGROUPEMENT)));
    }

    /** Nothing, in every territory and scope: a territory without any establishment has 0, not no row. */
    private static Dataset<Row> zeros(Dataset<Row> territoires) {
        Column ensemble = struct(
                lit(Regroupements.ENSEMBLE).as(NIVEAU_CATEGORIE),
                lit(Regroupements.ENS).as(CODE_REGROUPEMENT));
        return territoires.select(
                col(NIVEAU),
                col(CODE_TERRITOIRE),
                explode(array(lit(Perimetre.TOUS), lit(Perimetre.ESMS))).as(PERIMETRE),
                ensemble.as(REGROUPEMENT),
                lit(null).cast("string").as(NUMERO_FINESS_EJ),
                lit(0L).as(NOMBRE),
                lit(0L).as(ESTIMES));
    }

    private static Dataset<Row> described(Dataset<Row> comptes, Dataset<Row> categories, Dataset<Row> territoires) {
        return comptes.join(
                        broadcast(territoires.select(
                                NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE, CODE_REGION, POPULATION)),
                        new String[] {NIVEAU, CODE_TERRITOIRE},
                        "inner")
                .join(
                        broadcast(Regroupements.libelles(categories)),
                        new String[] {NIVEAU_CATEGORIE, CODE_REGROUPEMENT},
                        "left")
                .withColumn(
                        TAUX_POUR_10000,
                        round(try_divide(col(NB_ETABLISSEMENTS).multiply(10_000.0), col(POPULATION)), RATE_DECIMALS))
                .withColumn(PART_ESTIMEE, try_divide(col(ESTIMES).cast("double"), col(NB_ETABLISSEMENTS)))
                .drop(ESTIMES);
    }
}

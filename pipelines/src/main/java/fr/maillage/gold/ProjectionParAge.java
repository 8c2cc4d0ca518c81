package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.age.Bandes;
import fr.maillage.silver.age.Tranche;
import fr.maillage.silver.age.Tranches;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Projected people in the age bands of the other tables: as published, and for all other territories by their communes.
 *
 * <p>The communes of a projected territory may each err, but add up to it: what a territory holds of one errs no more than
 * what it leaves of it.
 */
public final class ProjectionParAge implements Transformation {

    private static final String ATTENDUES = "_attendues";
    private static final String BANDE = "_bande";
    private static final String BANDES = "_bandes";
    private static final String BAS_DU_TOUT = "_bas_du_tout";
    private static final String HAUT_DU_TOUT = "_haut_du_tout";
    private static final String INCONNUE = "_inconnue";
    private static final String SOURCE_CODE = "_code_projete";
    private static final String SOURCE_NIVEAU = "_niveau_projete";
    private static final String TOUT = "_tout";
    private static final String VUES = "_vues";
    private static final double ALMOST_ZERO = 1e-6;
    private static final String[] REPONSE = {NIVEAU, CODE_TERRITOIRE, ANNEE, SCENARIO, TRANCHE_AGE};

    @Override
    public TableContract target() {
        return Gold.PROJECTION_PAR_AGE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.PROJECTION_POPULATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> publiees = publiees(tables.read(Silver.PROJECTION_POPULATION), Tranches.of(tables));
        Dataset<Row> reparties = reparties(tables.read(Silver.PROJECTION_COMMUNE), tables.read(Silver.RATTACHEMENT))
                .join(
                        tables.read(Silver.TERRITOIRE).select(NIVEAU, CODE_TERRITOIRE, MILLESIME),
                        new String[] {NIVEAU, CODE_TERRITOIRE});
        return publiees.unionByName(reparties.join(publiees, REPONSE, "left_anti"));
    }

    private static Dataset<Row> publiees(Dataset<Row> projections, Tranches tranches) {
        Column none = lit(null).cast("double");
        return projections
                .groupBy(NIVEAU, CODE_TERRITOIRE, MILLESIME, ANNEE, SCENARIO)
                .agg(collect_list(struct(SEXE, AGE_MIN, AGE_MAX, EFFECTIF_PUBLIE))
                        .as(BANDES))
                .withColumn(BANDE, explode(bandes(tranches)))
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(ANNEE),
                        col(SCENARIO),
                        col(BANDE + ".*"),
                        none.as(BORNE_BASSE),
                        none.as(BORNE_HAUTE),
                        lit("publiee").as(METHODE_PROJECTION))
                .where(col(EFFECTIF_PROJETE).isNotNull());
    }

    /** The territories of which every commune is told whole, without their vintage. */
    private static Dataset<Row> reparties(Dataset<Row> communes, Dataset<Row> rattachement) {
        Dataset<Row> liens = rattachement
                .select(
                        col(CODE_COMMUNE),
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        coalesce(col(PART), lit(1.0)).as(PART))
                .where(col(PART).gt(0));
        Dataset<Row> attendues =
                liens.groupBy(NIVEAU, CODE_TERRITOIRE).agg(count(lit(1)).as(ATTENDUES));
        return portions(communes, liens)
                .groupBy(NIVEAU, CODE_TERRITOIRE, ANNEE, SCENARIO, TRANCHE_AGE)
                .agg(
                        min(AGE_MIN).as(AGE_MIN),
                        min(AGE_MAX).as(AGE_MAX),
                        sum(VUES).as(VUES),
                        round(sum(NB_PERSONNES_AGE)).as(EFFECTIF_PROJETE),
                        sum(BORNE_BASSE).as(BORNE_BASSE),
                        sum(BORNE_HAUTE).as(BORNE_HAUTE),
                        max(INCONNUE).as(INCONNUE))
                .join(attendues, new String[] {NIVEAU, CODE_TERRITOIRE})
                .where(col(VUES).geq(col(ATTENDUES).minus(ALMOST_ZERO)))
                .withColumn(BORNE_BASSE, when(col(INCONNUE).equalTo(0), least(col(BORNE_BASSE), col(EFFECTIF_PROJETE))))
                .withColumn(
                        BORNE_HAUTE, when(col(INCONNUE).equalTo(0), greatest(col(BORNE_HAUTE), col(EFFECTIF_PROJETE))))
                .withColumn(METHODE_PROJECTION, lit("repartie"))
                .drop(VUES, INCONNUE, ATTENDUES);
    }

    /** What each territory holds of each projected one, between the bounds that what it leaves allows too. */
    private static Dataset<Row> portions(Dataset<Row> communes, Dataset<Row> liens) {
        Dataset<Row> lignes = communes.withColumnRenamed(NIVEAU, SOURCE_NIVEAU)
                .withColumnRenamed(CODE_TERRITOIRE, SOURCE_CODE)
                .withColumnRenamed(PART, VUES)
                .withColumn(INCONNUE, when(col(BORNE_BASSE).isNull(), 1).otherwise(0));
        String[] source = {SOURCE_NIVEAU, SOURCE_CODE, ANNEE, SCENARIO, TRANCHE_AGE};
        Dataset<Row> touts = lignes.groupBy(SOURCE_NIVEAU, SOURCE_CODE, ANNEE, SCENARIO, TRANCHE_AGE)
                .agg(
                        sum(NB_PERSONNES_AGE).as(TOUT),
                        sum(BORNE_BASSE).as(BAS_DU_TOUT),
                        sum(BORNE_HAUTE).as(HAUT_DU_TOUT));
        Column left = col(TOUT).minus(col(HAUT_DU_TOUT).minus(col(BORNE_HAUTE)));
        Column most = col(TOUT).minus(col(BAS_DU_TOUT).minus(col(BORNE_BASSE)));
        return lignes.join(liens, CODE_COMMUNE)
                .groupBy(NIVEAU, CODE_TERRITOIRE, SOURCE_NIVEAU, SOURCE_CODE, ANNEE, SCENARIO, TRANCHE_AGE)
                .agg(
                        min(AGE_MIN).as(AGE_MIN),
                        min(AGE_MAX).as(AGE_MAX),
                        sum(VUES).as(VUES),
                        sum(col(NB_PERSONNES_AGE).multiply(col(PART))).as(NB_PERSONNES_AGE),
                        sum(col(BORNE_BASSE).multiply(col(PART))).as(BORNE_BASSE),
                        sum(col(BORNE_HAUTE).multiply(col(PART))).as(BORNE_HAUTE),
                        max(INCONNUE).as(INCONNUE))
                .join(touts, source)
                .withColumn("_bas", greatest(col(BORNE_BASSE), left))
                .withColumn(BORNE_HAUTE, least(col(BORNE_HAUTE), most))
                .withColumn(BORNE_BASSE, col("_bas"));
    }

    private static Column bandes(Tranches tranches) {
        return array(tranches.voulues().stream().map(ProjectionParAge::bande).toArray(Column[]::new));
    }

    private static Column bande(Tranche tranche) {
        return struct(
                lit(tranche.toString()).as(TRANCHE_AGE),
                lit((long) tranche.debut()).as(AGE_MIN),
                lit(tranche.fin() == null ? null : tranche.fin().longValue())
                        .cast("bigint")
                        .as(AGE_MAX),
                Bandes.effectif(col(BANDES), tranche).as(EFFECTIF_PROJETE));
    }
}

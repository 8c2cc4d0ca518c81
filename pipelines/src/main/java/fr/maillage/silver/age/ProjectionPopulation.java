package fr.maillage.silver.age;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Projections of population that a person brought, each line validated and the newest upload kept. */
public final class ProjectionPopulation implements Transformation {

    private static final int OLDEST = 120;
    private static final String CONNUE = "_connue";
    private static final String NEWEST = "_newest";

    @Override
    public TableContract target() {
        return Silver.PROJECTION_POPULATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_PROJECTION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.DECLARATION_PROJECTION), tables.read(Silver.COMMUNE_VIE));
    }

    static Dataset<Row> apply(Dataset<Row> lignes, Dataset<Row> vies) {
        Dataset<Row> communes =
                vies.select(col(CODE_COMMUNE).as(CODE_TERRITOIRE)).distinct().withColumn(CONNUE, lit(true));
        Column again = row_number()
                .over(Window.partitionBy(NIVEAU, CODE_TERRITOIRE, ANNEE, SCENARIO, SEXE, AGE_MIN, AGE_MAX)
                        .orderBy(Technical.FICHIER, Technical.LIGNE))
                .gt(1);
        Column readable = col(AGE_MIN)
                .between(0, OLDEST)
                .and(coalesce(
                        col(AGE_MAX).between(col(AGE_MIN), OLDEST),
                        Saisie.texte(col(AGE_AU)).isNull()));
        return enVigueur(lues(Depots.sansCorrigees(lignes)))
                .join(broadcast(communes), new String[] {CODE_TERRITOIRE}, "left")
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("doublon", again),
                                broken("ages_illisibles", not(coalesce(readable, lit(false)))),
                                broken(
                                        "effectif_illisible",
                                        coalesce(col(EFFECTIF_PUBLIE).lt(0), lit(true))),
                                broken(
                                        "commune_inconnue",
                                        col(NIVEAU)
                                                .equalTo("commune")
                                                .and(col(CONNUE).isNull()))))
                .withColumn(
                        TRANCHE_AGE,
                        when(col(AGE_MAX).isNull(), concat(col(AGE_MIN), lit("+")))
                                .otherwise(concat_ws("-", col(AGE_MIN), col(AGE_MAX))))
                .drop(AGE_AU, CONNUE, Technical.RANG);
    }

    private static Dataset<Row> lues(Dataset<Row> lignes) {
        return lignes.select(
                Saisie.code(col(NIVEAU)).as(NIVEAU),
                Saisie.territoire(col(NIVEAU), col(CODE_TERRITOIRE)).as(CODE_TERRITOIRE),
                Saisie.entier(col(MILLESIME_TEXTE)).as(MILLESIME),
                Saisie.entier(col(ANNEE_TEXTE)).as(ANNEE),
                Saisie.code(col(SCENARIO)).as(SCENARIO),
                Saisie.code(col(SEXE)).as(SEXE),
                Saisie.entier(col(AGE_DU)).as(AGE_MIN),
                Saisie.entier(col(AGE_AU)).as(AGE_MAX),
                col(AGE_AU),
                Saisie.nombre(col(PERSONNES_TEXTE)).as(EFFECTIF_PUBLIE),
                coalesce(Saisie.texte(col(SOURCE_TEXTE)), col(Technical.SOURCE)).as(SOURCE),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Dataset<Row> enVigueur(Dataset<Row> lues) {
        return lues.withColumn(NEWEST, max(Technical.RANG).over(Window.partitionBy(NIVEAU, SCENARIO, ANNEE)))
                .where(col(Technical.RANG).equalTo(col(NEWEST)))
                .drop(NEWEST);
    }
}

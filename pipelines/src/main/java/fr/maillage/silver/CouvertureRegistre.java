package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Parutions;
import fr.maillage.silver.finess.Registre;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether the releases known in the cadre would have named every establishment of a territory. */
public final class CouvertureRegistre implements Transformation {

    @Override
    public TableContract target() {
        return Silver.COUVERTURE_REGISTRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Parutions parutions = Parutions.of(tables, Registre.ETABLISSEMENT)
                .until(tables.value(Parametres.ETAT), tables.value(Parametres.CONNU));
        return apply(tables.read(Silver.TERRITOIRE), tables.read(Silver.RATTACHEMENT), parutions);
    }

    static Dataset<Row> apply(Dataset<Row> territoires, Dataset<Row> rattachement, Parutions parutions) {
        Dataset<Row> departements = territoires
                .where(col(NIVEAU).equalTo("departement"))
                .select(
                        col(CODE_TERRITOIRE).as(CODE_DEPARTEMENT),
                        col(CODE_REGION),
                        parutions.registre(col(CODE_TERRITOIRE)).as(REGISTRE));
        Dataset<Row> regions = departements
                .groupBy(CODE_REGION)
                .agg(ensemble().as("_region"))
                .withColumnRenamed(CODE_REGION, "_code_region");
        Dataset<Row> pays = departements.agg(ensemble().as("_pays"));
        Dataset<Row> own = departements.select(
                col(CODE_DEPARTEMENT).as("_code"), col(REGISTRE).as("_departement"));

        return territoires
                .join(broadcast(own), col(CODE_DEPARTEMENT).equalTo(col("_code")), "left")
                .join(broadcast(regions), col(CODE_REGION).equalTo(col("_code_region")), "left")
                .crossJoin(broadcast(pays))
                .join(broadcast(zones(rattachement, own)), new String[] {NIVEAU, CODE_TERRITOIRE}, "left")
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(MILLESIME),
                        coalesce(
                                        when(col(NIVEAU).equalTo("national"), col("_pays"))
                                                .when(col(NIVEAU).equalTo("region"), col("_region"))
                                                .otherwise(coalesce(col("_zone"), col("_departement"))),
                                        lit(Parutions.ABSENT))
                                .as(REGISTRE));
    }

    /** The zones of divisions, which may cross départements: what holds of all they touch. */
    private static Dataset<Row> zones(Dataset<Row> rattachement, Dataset<Row> departements) {
        Dataset<Row> holders = rattachement
                .where(col(NIVEAU).equalTo("departement"))
                .select(col(CODE_COMMUNE), col(CODE_TERRITOIRE).as("_holder"));
        return rattachement
                .where(not(col(NIVEAU).isin("national", "region", "departement", "epci", "commune")))
                .join(holders, CODE_COMMUNE)
                .select(NIVEAU, CODE_TERRITOIRE, "_holder")
                .distinct()
                .join(
                        departements.select(
                                col("_code").as("_holder"), col("_departement").as(REGISTRE)),
                        new String[] {"_holder"},
                        "left")
                .withColumn(REGISTRE, coalesce(col(REGISTRE), lit(Parutions.ABSENT)))
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(ensemble().as("_zone"));
    }

    /** What holds of several départements together. */
    private static Column ensemble() {
        Column one = min(REGISTRE).equalTo(max(REGISTRE));
        return when(one, min(REGISTRE)).otherwise(Parutions.PARTIEL);
    }
}

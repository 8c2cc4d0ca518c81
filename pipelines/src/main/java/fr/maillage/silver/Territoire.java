package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Denominateur;
import fr.maillage.silver.territoire.Noms;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every territory of the cadre's geography, with its name, its parents and its population. */
public final class Territoire implements Transformation {

    @Override
    public TableContract target() {
        return Silver.TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> communes = tables.read(Silver.COMMUNE);
        Dataset<Row> rattachement = tables.read(Silver.RATTACHEMENT);
        Dataset<Row> population = new Denominateur(communes, tables.read(Silver.COMMUNE_SUCCESSEUR), rattachement)
                .population(tables.read(Silver.POPULATION), tables.value(Parametres.ANNEE_POPULATION));
        Dataset<Row> noms = Noms.of(
                communes, tables.read(Silver.EPCI), tables.read(Silver.DEPARTEMENT), tables.read(Silver.REGION));
        return apply(rattachement, communes, noms, population);
    }

    static Dataset<Row> apply(
            Dataset<Row> rattachement, Dataset<Row> communes, Dataset<Row> noms, Dataset<Row> population) {
        return rattachement
                .groupBy(NIVEAU, CODE_TERRITOIRE, MILLESIME)
                .agg(count(lit(1)).as(NB_COMMUNES))
                .join(Noms.inCadre(noms, rattachement), key(), "left")
                .join(population, key(), "left")
                .join(parents(rattachement, communes, population), key(), "left")
                .withColumn(
                        LIBELLE_TERRITOIRE,
                        when(col(NIVEAU).equalTo("national"), "France").otherwise(col(LIBELLE_TERRITOIRE)))
                .withColumn(
                        Technical.REGLES,
                        regles(broken("population_inconnue", col(POPULATION).isNull())));
    }

    /** The département and the région in which most inhabitants of a territory live; most communes when unknown. */
    private static Dataset<Row> parents(Dataset<Row> rattachement, Dataset<Row> communes, Dataset<Row> population) {
        Dataset<Row> habitants = population
                .where(col(NIVEAU).equalTo("commune"))
                .select(col(CODE_TERRITOIRE).as(CODE_COMMUNE), col(POPULATION));
        Dataset<Row> membres = rattachement
                .where(col(NIVEAU).notEqual("national"))
                .join(
                        communes.select(CODE_COMMUNE, MILLESIME, CODE_DEPARTEMENT, CODE_REGION),
                        new String[] {CODE_COMMUNE, MILLESIME},
                        "inner")
                .join(habitants, new String[] {CODE_COMMUNE}, "left");
        Dataset<Row> departements = main(membres.where(col(NIVEAU).notEqual("region")), CODE_DEPARTEMENT);
        return main(membres, CODE_REGION).join(departements, key(), "left");
    }

    private static Dataset<Row> main(Dataset<Row> membres, String parent) {
        Column weight = struct(
                sum(coalesce(col(POPULATION), lit(0L))).as("_habitants"),
                count(lit(1)).as("_communes"),
                col(parent));
        return membres.where(col(parent).isNotNull())
                .groupBy(NIVEAU, CODE_TERRITOIRE, parent)
                .agg(weight.as("_poids"))
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(max_by(col(parent), col("_poids")).as(parent));
    }

    private static String[] key() {
        return new String[] {NIVEAU, CODE_TERRITOIRE};
    }
}

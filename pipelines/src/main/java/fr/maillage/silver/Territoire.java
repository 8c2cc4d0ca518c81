package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.mode;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Denominateur;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.silver.territoire.Noms;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every territory of the cadre's geography, with its name, its parents and its population.
 *
 * <p>The parents of a territory that crosses a border are those of most of its communes; of two, the first code.
 */
public final class Territoire implements Transformation {

    @Override
    public TableContract target() {
        return Silver.TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> communes = tables.read(Silver.COMMUNE);
        Dataset<Row> rattachement = tables.read(Silver.RATTACHEMENT);
        Dataset<Row> population = new Denominateur(
                        tables.read(Silver.COMMUNE_VIE), tables.read(Silver.COMMUNE_SUCCESSEUR), rattachement)
                .population(tables.read(Silver.POPULATION), tables.value(Parametres.ANNEE_POPULATION));
        Dataset<Row> noms = Noms.of(
                        communes, tables.read(Silver.EPCI), tables.read(Silver.DEPARTEMENT), tables.read(Silver.REGION))
                .union(Noms.ofZones(
                        Niveaux.of(tables.value(Parametres.NIVEAUX)).retenues(tables.read(Silver.DIVISION))));
        return apply(rattachement, communes, noms, population);
    }

    static Dataset<Row> apply(
            Dataset<Row> rattachement, Dataset<Row> communes, Dataset<Row> noms, Dataset<Row> population) {
        Dataset<Row> cadre = communes.select(CODE_COMMUNE, MILLESIME, CODE_DEPARTEMENT, CODE_REGION);
        return rattachement
                .join(cadre, new String[] {CODE_COMMUNE, MILLESIME}, "inner")
                .groupBy(NIVEAU, CODE_TERRITOIRE, MILLESIME)
                .agg(
                        count(lit(1)).as(NB_COMMUNES),
                        mode(col(CODE_DEPARTEMENT), true).as(CODE_DEPARTEMENT),
                        mode(col(CODE_REGION), true).as(CODE_REGION))
                .join(Noms.inCadre(noms, rattachement), key(), "left")
                .join(population, key(), "left")
                .withColumn(CODE_DEPARTEMENT, when(not(col(NIVEAU).isin("region", "national")), col(CODE_DEPARTEMENT)))
                .withColumn(CODE_REGION, when(col(NIVEAU).notEqual("national"), col(CODE_REGION)))
                .withColumn(
                        LIBELLE_TERRITOIRE,
                        when(col(NIVEAU).equalTo("national"), "France").otherwise(col(LIBELLE_TERRITOIRE)))
                .withColumn(
                        Technical.REGLES,
                        regles(broken("population_inconnue", col(POPULATION).isNull())));
    }

    private static String[] key() {
        return new String[] {NIVEAU, CODE_TERRITOIRE};
    }
}

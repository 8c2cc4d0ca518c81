package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.gold.cooperation.Appartenances;
import fr.maillage.gold.cooperation.Liens;
import fr.maillage.gold.cooperation.Observations;
import fr.maillage.gold.cooperation.Vivantes;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The area each structure or cooperation covers, and its rates on the people of that area. */
public final class AirePropre implements Transformation {

    private static final int DECIMALS = 4;
    private static final double ALMOST_ONE = 1 - 1e-9;
    private static final String CONNUE = "_connue";
    private static final String PARTIELLE = "_partielle";

    @Override
    public TableContract target() {
        return Gold.AIRE_PROPRE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.LIEN_TERRITOIRE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> etablissements = Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT));
        Dataset<Row> membres = tables.read(Silver.COOPERATION_MEMBRE);
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> jour = Observations.of(etablissements, membres)
                .where(col(Observations.DERNIERE))
                .select(DATE_OBSERVATION);
        Dataset<Row> appartenances = Appartenances.of(
                        etablissements,
                        Appartenances.periodes(membres, cooperations),
                        cooperations,
                        CooperationRapprochement.retenus(tables))
                .crossJoin(broadcast(jour))
                .where(Appartenances.vivante(col(DATE_OBSERVATION)));
        Dataset<Row> communes = Liens.communes(
                        tables.read(Silver.LIEN_TERRITOIRE),
                        tables.read(Silver.RATTACHEMENT),
                        tables.read(Silver.PASSAGE_COMMUNE))
                .crossJoin(broadcast(jour))
                .where(Appartenances.vivante(col(DATE_OBSERVATION)));
        Dataset<Row> vivantes = Vivantes.of(
                cooperations, CooperationRapprochement.retenus(tables), tables.read(Silver.FAIT_COOPERATION), jour);
        Dataset<Row> autres = cooperations
                .select(CODE_COOPERATION)
                .join(broadcast(vivantes), new String[] {CODE_COOPERATION}, "left_anti")
                .withColumnRenamed(CODE_COOPERATION, CODE_ACTEUR);
        return apply(
                communes.join(broadcast(autres), new String[] {CODE_ACTEUR}, "left_anti"),
                tables.read(Silver.TERRITOIRE),
                structures(etablissements, appartenances),
                Capacites.parEtablissement(tables.read(Silver.PLACE)));
    }

    /**
     * @param communes communes of the cadre by actor, told by links that last; of cooperations those that live
     * @param structures establishments by actor
     */
    static Dataset<Row> apply(
            Dataset<Row> communes, Dataset<Row> territoires, Dataset<Row> structures, Dataset<Row> capacites) {
        Dataset<Row> offres = structures
                .join(capacites, new String[] {NUMERO_FINESS_ET}, "left")
                .groupBy(CODE_ACTEUR)
                .agg(
                        count(lit(1)).as(NB_ETABLISSEMENTS),
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES));
        return aires(communes, territoires)
                .join(offres, new String[] {CODE_ACTEUR}, "left")
                .withColumn(NB_ETABLISSEMENTS, coalesce(col(NB_ETABLISSEMENTS), lit(0L)))
                .withColumn(TAUX_AIRE_POUR_10000, pour(NB_ETABLISSEMENTS, 10_000))
                .withColumn(PLACES_AIRE_POUR_1000, pour(NB_PLACES_INSTALLEES, 1_000));
    }

    private static Dataset<Row> aires(Dataset<Row> communes, Dataset<Row> territoires) {
        Dataset<Row> people = territoires
                .where(col(NIVEAU).equalTo("commune"))
                .select(col(CODE_TERRITOIRE).as(Liens.COMMUNE_COUVERTE), col(POPULATION));
        Column covered = col(POPULATION).multiply(col(PART_LIEN));
        return communes.where(col(PART_LIEN).gt(0))
                .groupBy(CODE_ACTEUR, DATE_OBSERVATION, Liens.COMMUNE_COUVERTE)
                .agg(max(PART_LIEN).as(PART_LIEN))
                .join(people, new String[] {Liens.COMMUNE_COUVERTE}, "left")
                .groupBy(CODE_ACTEUR, DATE_OBSERVATION)
                .agg(
                        count(lit(1)).as(NB_COMMUNES_COUVERTES),
                        round(sum(covered)).cast("bigint").as(POPULATION_COUVERTE),
                        sum(when(col(PART_LIEN).lt(ALMOST_ONE), covered).otherwise(0.0))
                                .as(PARTIELLE),
                        min(col(POPULATION).isNotNull()).as(CONNUE))
                .withColumn(POPULATION_COUVERTE, when(col(CONNUE), col(POPULATION_COUVERTE)))
                .withColumn(
                        PART_ESTIMEE,
                        when(
                                col(CONNUE).and(col(POPULATION_COUVERTE).gt(0)),
                                least(lit(1.0), try_divide(col(PARTIELLE), col(POPULATION_COUVERTE)))))
                .drop(PARTIELLE, CONNUE);
    }

    /** The establishments of every actor: itself, those it manages, those of its members. */
    private static Dataset<Row> structures(Dataset<Row> etablissements, Dataset<Row> appartenances) {
        return etablissements
                .select(concat(lit("finess:"), col(NUMERO_FINESS_ET)).as(CODE_ACTEUR), col(NUMERO_FINESS_ET))
                .union(etablissements.select(concat(lit("finess:"), col(NUMERO_FINESS_EJ)), col(NUMERO_FINESS_ET)))
                .union(appartenances.select(col(CODE_COOPERATION), col(NUMERO_FINESS_ET)))
                .distinct();
    }

    private static Column pour(String count, int people) {
        return round(try_divide(col(count).cast("double").multiply(people), col(POPULATION_COUVERTE)), DECIMALS);
    }
}

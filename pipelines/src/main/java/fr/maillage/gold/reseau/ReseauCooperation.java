package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.LienCooperation;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the members of each cooperation are tied, and whose leaving would end it or leave a territory without member. */
public final class ReseauCooperation implements Transformation {

    private static final String MEMBRE = "_membre";
    private static final String PRESENTS = "_presents";

    @Override
    public TableContract target() {
        return Gold.RESEAU_COOPERATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Gold.RESEAU_ACTEUR);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> liens = tables.read(Silver.LIEN_COOPERATION);
        String niveau = tables.value(Parametres.RESEAU_NIVEAU_FRAGILITE);
        return apply(
                tables.read(Gold.RESEAU_ACTEUR),
                liens,
                Presences.read(tables, liens).where(col(NIVEAU).equalTo(niveau)));
    }

    /**
     * @param acteurs gold/reseau_acteur
     * @param presences nodes and the territories of one level they are in
     */
    static Dataset<Row> apply(Dataset<Row> acteurs, Dataset<Row> liens, Dataset<Row> presences) {
        Dataset<Row> cooperations = acteurs.where(col(EST_COOPERATION))
                .where(col(NB_MEMBRES_COOPERATION).gt(0))
                .withColumnRenamed(CODE_NOEUD, CODE_COOPERATION);
        Dataset<Row> membres =
                membres(liens, cooperations.select(DATE_OBSERVATION).distinct());
        String[] key = {CODE_COOPERATION, DATE_OBSERVATION};
        Column pairs = col(NB_MEMBRES_COOPERATION)
                .multiply(col(NB_MEMBRES_COOPERATION).minus(1))
                .divide(2.0);
        Column two = col(NB_MEMBRES_COOPERATION).equalTo(2);
        return cooperations
                .join(codes(membres), key, "left")
                .join(territoires(membres, presences), key, "left")
                .select(
                        col(CODE_COOPERATION),
                        col(DATE_OBSERVATION),
                        col(NB_MEMBRES_COOPERATION),
                        col(NB_PAIRES_MEMBRES_LIEES),
                        try_divide(col(NB_PAIRES_MEMBRES_LIEES), pairs).as(DENSITE_MEMBRES),
                        col(INTERMEDIARITE),
                        col(COMMUNAUTE),
                        col(EST_ARTICULATION),
                        col(NB_ORGANISATIONS_SEPAREES),
                        when(two, col(MEMBRES_INDISPENSABLES)).otherwise(none()).as(MEMBRES_INDISPENSABLES),
                        col(NB_TERRITOIRES_MEMBRES),
                        col(NB_TERRITOIRES_MEMBRE_UNIQUE),
                        coalesce(col(MEMBRES_SEULS), none()).as(MEMBRES_SEULS));
    }

    /** Members of each cooperation on each day. */
    private static Dataset<Row> membres(Dataset<Row> liens, Dataset<Row> jours) {
        return liens.where(col(TYPE_LIEN).equalTo(LienCooperation.MEMBRE))
                .where(not(col(CODE_NOEUD).equalTo(col(CODE_NOEUD_AUTRE))))
                .crossJoin(jours)
                .where(coalesce(col(DATE_DEBUT).leq(col(DATE_OBSERVATION)), lit(true)))
                .where(coalesce(col(DATE_FIN).geq(col(DATE_OBSERVATION)), lit(true)))
                .select(
                        col(CODE_NOEUD_AUTRE).as(CODE_COOPERATION),
                        col(DATE_OBSERVATION),
                        col(CODE_NOEUD).as(MEMBRE))
                .distinct();
    }

    private static Dataset<Row> codes(Dataset<Row> membres) {
        return membres.groupBy(CODE_COOPERATION, DATE_OBSERVATION)
                .agg(array_sort(collect_set(MEMBRE)).as(MEMBRES_INDISPENSABLES));
    }

    /** Territories where the members are, and those where only one of them is. */
    private static Dataset<Row> territoires(Dataset<Row> membres, Dataset<Row> presences) {
        Dataset<Row> places = presences.select(col(CODE_NOEUD).as(MEMBRE), col(CODE_TERRITOIRE));
        Column alone = col(PRESENTS).equalTo(1);
        return membres.join(places, MEMBRE)
                .groupBy(CODE_COOPERATION, DATE_OBSERVATION, CODE_TERRITOIRE)
                .agg(count(lit(1)).as(PRESENTS), min(MEMBRE).as(MEMBRE))
                .groupBy(CODE_COOPERATION, DATE_OBSERVATION)
                .agg(
                        count(lit(1)).as(NB_TERRITOIRES_MEMBRES),
                        count(when(alone, 1)).as(NB_TERRITOIRES_MEMBRE_UNIQUE),
                        array_sort(collect_set(when(alone, col(MEMBRE)))).as(MEMBRES_SEULS));
    }

    private static Column none() {
        return array().cast("array<string>");
    }
}

package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.try_divide;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.LienCooperation;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** How the members of each cooperation are tied, and whose leaving would end it or leave a territory without member. */
public final class ReseauCooperation implements Transformation {

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
        String niveau = tables.value(Parametres.RESEAU_NIVEAU_FRAGILITE);
        return apply(
                tables.read(Gold.RESEAU_ACTEUR),
                tables.read(Silver.LIEN_COOPERATION),
                tables.read(Gold.PRESENCE_ACTEUR).where(col(NIVEAU).equalTo(niveau)));
    }

    /**
     * @param acteurs gold/reseau_acteur
     * @param presences gold/presence_acteur, one level of it
     */
    static Dataset<Row> apply(Dataset<Row> acteurs, Dataset<Row> liens, Dataset<Row> presences) {
        Dataset<Row> cooperations = acteurs.where(col(EST_COOPERATION))
                .where(col(NB_MEMBRES_COOPERATION).gt(0))
                .withColumnRenamed(CODE_NOEUD, CODE_COOPERATION);
        Dataset<Row> membres = liens.where(col(TYPE_LIEN).equalTo(LienCooperation.MEMBRE));
        MapPartitionsFunction<Row, Row> measured = MembresParTerritoire::measured;
        Column pairs = col(NB_MEMBRES_COOPERATION)
                .multiply(col(NB_MEMBRES_COOPERATION).minus(1))
                .divide(2.0);
        return MembresParTerritoire.rows(membres, cooperations, presences)
                .coalesce(1)
                .mapPartitions(measured, Encoders.row(MembresParTerritoire.TYPE))
                .join(broadcast(cooperations), new String[] {CODE_COOPERATION, DATE_OBSERVATION})
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
                        col(MEMBRES_INDISPENSABLES),
                        col(NB_TERRITOIRES_MEMBRES),
                        col(NB_TERRITOIRES_MEMBRE_UNIQUE),
                        col(MEMBRES_SEULS));
    }
}

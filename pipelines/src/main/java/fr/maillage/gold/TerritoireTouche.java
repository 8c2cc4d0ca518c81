package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which other territories a territory reaches into, counted along the one bridge.
 *
 * <p>What two territories have in common is told by the communes they share: a whole commune surely, a cut one in part.
 */
public final class TerritoireTouche implements Transformation {

    private static final String CODE_TOUCHE = "_code_touche";
    private static final String PART_TOUCHE = "_part_touche";
    private static final String COMMUNES = "_communes";
    private static final String COMMUNES_ENTIERES = "_communes_entieres";
    private static final double ALMOST_ONE = 1 - 1e-9;

    @Override
    public TableContract target() {
        return Gold.TERRITOIRE_TOUCHE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.RATTACHEMENT), tables.read(Silver.TERRITOIRE));
    }

    static Dataset<Row> apply(Dataset<Row> rattachement, Dataset<Row> territoires) {
        Dataset<Row> touches = rattachement
                .where(not(col(NIVEAU)
                        .isin("national", Niveaux.TERRITOIRE_DECLARE)
                        .or(col(NIVEAU).startsWith(Niveaux.HEXAGONE))))
                .select(
                        col(CODE_COMMUNE),
                        col(NIVEAU).as(NIVEAU_TOUCHE),
                        col(CODE_TERRITOIRE).as(CODE_TOUCHE),
                        part().as(PART_TOUCHE));
        Dataset<Row> comptes = paires(rattachement, touches)
                .groupBy(NIVEAU, CODE_TERRITOIRE, NIVEAU_TOUCHE)
                .agg(
                        count(lit(1)).as(NB_TOUCHES),
                        sum(when(estEntier(), 1L).otherwise(0L)).as(NB_ENTIERS));
        Dataset<Row> niveaux = touches.select(NIVEAU_TOUCHE).distinct();
        return territoires
                .where(not(col(NIVEAU).isin("commune", "national")))
                .crossJoin(broadcast(niveaux))
                .where(col(NIVEAU).notEqual(col(NIVEAU_TOUCHE)))
                .join(comptes, new String[] {NIVEAU, CODE_TERRITOIRE, NIVEAU_TOUCHE}, "left")
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(LIBELLE_TERRITOIRE),
                        col(NIVEAU_TOUCHE),
                        counted(NB_TOUCHES),
                        counted(NB_ENTIERS),
                        coalesce(col(NB_TOUCHES).minus(col(NB_ENTIERS)), lit(0L))
                                .as(NB_EN_PARTIE));
    }

    /** Each territory and each that it shares a commune with: how many communes that has, and how many are whole in both. */
    private static Dataset<Row> paires(Dataset<Row> rattachement, Dataset<Row> touches) {
        Dataset<Row> tailles =
                touches.groupBy(NIVEAU_TOUCHE, CODE_TOUCHE).agg(count(lit(1)).as(COMMUNES));
        Column whole = col(PART).geq(ALMOST_ONE);
        return rattachement
                .where(not(col(NIVEAU).isin("commune", "national")))
                .select(col(CODE_COMMUNE), col(NIVEAU), col(CODE_TERRITOIRE), part().as(PART))
                .join(touches, CODE_COMMUNE)
                .where(col(NIVEAU).notEqual(col(NIVEAU_TOUCHE)))
                .where(col(PART).gt(0).and(col(PART_TOUCHE).gt(0)))
                .groupBy(NIVEAU, CODE_TERRITOIRE, NIVEAU_TOUCHE, CODE_TOUCHE)
                .agg(sum(when(whole, 1L).otherwise(0L)).as(COMMUNES_ENTIERES))
                .join(broadcast(tailles), new String[] {NIVEAU_TOUCHE, CODE_TOUCHE});
    }

    private static Column estEntier() {
        return col(COMMUNES_ENTIERES).equalTo(col(COMMUNES));
    }

    private static Column part() {
        return coalesce(col(PART), lit(1.0));
    }

    private static Column counted(String count) {
        return coalesce(col(count), lit(0L)).as(count);
    }
}

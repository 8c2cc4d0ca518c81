package fr.maillage.gold.evaluation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Listes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a session says of each axis of its framework: a score where answers have one, and how many answered. */
public final class EvaluationParAxe implements Transformation {

    private static final String NB_NOTEES = "_notees";
    private static final String SCORE = "_score";

    /** Sums of fractions depend on their order in the last digits only. */
    private static final int DECIMALES = 6;

    @Override
    public TableContract target() {
        return Gold.EVALUATION_PAR_AXE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.EVALUATION_REPONSE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.EVALUATION_REPONSE));
    }

    static Dataset<Row> apply(Dataset<Row> reponses) {
        Dataset<Row> sessions = reponses.select(CODE_COOPERATION, CODE_REFERENTIEL, DATE_SESSION)
                .distinct();
        return sessions.join(broadcast(axes(reponses)), CODE_REFERENTIEL)
                .join(
                        parAxe(parRepondant(reponses)),
                        new String[] {CODE_COOPERATION, CODE_REFERENTIEL, DATE_SESSION, CODE_AXE},
                        "left")
                .select(
                        col(CODE_COOPERATION),
                        col(CODE_REFERENTIEL),
                        col(DATE_SESSION),
                        col(CODE_AXE),
                        col(RANG_AXE),
                        col(LIBELLE_AXE),
                        col(SCORE_AXE),
                        col(SCORE_AXE_MIN),
                        col(SCORE_AXE_MAX),
                        compte(NB_REPONDANTS),
                        compte(NB_REPONSES),
                        compte(NB_NON_CONCERNES),
                        compte(NB_PRIORITAIRES),
                        col(NB_QUESTIONS));
    }

    /** Every axis of every framework, with the number of its questions. */
    private static Dataset<Row> axes(Dataset<Row> surface) {
        Dataset<Row> questions = Listes.lignes(CodeList.readFile("/schemas/referentiels/item.csv"), surface)
                .groupBy(CODE_REFERENTIEL, CODE_AXE)
                .agg(count(lit(1)).as(NB_QUESTIONS));
        return Listes.lignes(CodeList.readFile("/schemas/referentiels/axe.csv"), surface)
                .join(questions, new String[] {CODE_REFERENTIEL, CODE_AXE})
                .select(
                        col(CODE_REFERENTIEL),
                        col(CODE_AXE),
                        expr("try_cast(rang_axe AS bigint)").as(RANG_AXE),
                        col("libelle").as(LIBELLE_AXE),
                        col(NB_QUESTIONS));
    }

    private static Dataset<Row> parRepondant(Dataset<Row> reponses) {
        Column notee = col(SCORE_REPONSE).isNotNull();
        Column poids = sum(when(notee, col(POIDS_REPONSE)));
        return reponses.groupBy(CODE_COOPERATION, CODE_REFERENTIEL, DATE_SESSION, CODE_AXE, REPONDANT)
                .agg(
                        when(
                                        poids.gt(0),
                                        sum(col(SCORE_REPONSE).multiply(col(POIDS_REPONSE)))
                                                .divide(poids))
                                .as(SCORE),
                        count_if(not(col(EST_NON_CONCERNE))).as(NB_NOTEES),
                        count_if(col(EST_NON_CONCERNE)).as(NB_NON_CONCERNES),
                        count_if(col(EST_PRIORITAIRE)).as(NB_PRIORITAIRES));
    }

    private static Dataset<Row> parAxe(Dataset<Row> repondants) {
        return repondants
                .groupBy(CODE_COOPERATION, CODE_REFERENTIEL, DATE_SESSION, CODE_AXE)
                .agg(
                        round(avg(SCORE), DECIMALES).as(SCORE_AXE),
                        round(min(SCORE), DECIMALES).as(SCORE_AXE_MIN),
                        round(max(SCORE), DECIMALES).as(SCORE_AXE_MAX),
                        count_if(col(NB_NOTEES).gt(0)).as(NB_REPONDANTS),
                        sum(NB_NOTEES).as(NB_REPONSES),
                        sum(NB_NON_CONCERNES).as(NB_NON_CONCERNES),
                        sum(NB_PRIORITAIRES).as(NB_PRIORITAIRES));
    }

    /** Nobody spoke of the axis: that many is known, and it is none. */
    private static Column compte(String column) {
        return coalesce(col(column), lit(0L)).as(column);
    }
}

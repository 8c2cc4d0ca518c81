package fr.maillage.gold.evaluation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many people gave each answer to each question of a session. */
public final class EvaluationParItem implements Transformation {

    @Override
    public TableContract target() {
        return Gold.EVALUATION_PAR_ITEM;
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
        return reponses.groupBy(
                        CODE_COOPERATION,
                        CODE_REFERENTIEL,
                        DATE_SESSION,
                        CODE_AXE,
                        CODE_ITEM,
                        CODE_ACTEUR,
                        CODE_ACTEUR_AUTRE,
                        CODE_REPONSE)
                .agg(countDistinct(REPONDANT).as(NB_REPONDANTS), count(lit(1)).as(NB_REPONSES));
    }
}

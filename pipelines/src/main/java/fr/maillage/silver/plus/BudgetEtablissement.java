package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Kinds of budget of establishments, beside the way their tariffs are fixed. */
public final class BudgetEtablissement implements Transformation {

    @Override
    public TableContract target() {
        return Silver.BUDGET_ETABLISSEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_STRUCTURE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> structures, LocalDate jusquau) {
        Dataset<Row> rows = Documents.etablissements(structures, jusquau)
                .withColumn(CODE_MFT, texte(EGE, MODEFIXATIONTARIFAIRE))
                .withColumn("_budget", explode(champ(EGE, TYPEBUDGET)))
                .withColumn(CODE_BUDGET, texte(col("_budget")));
        return Documents.table(rows, Silver.BUDGET_ETABLISSEMENT);
    }
}

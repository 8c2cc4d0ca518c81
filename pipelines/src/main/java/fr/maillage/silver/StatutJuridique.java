package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Nomenclatures;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Legal statuses, from the newest nomenclature cs1500107. */
public final class StatutJuridique implements Transformation {

    @Override
    public TableContract target() {
        return Silver.STATUT_JURIDIQUE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_CS1500107));
    }

    static Dataset<Row> apply(Dataset<Row> codes) {
        return Nomenclatures.newest(codes).select(Nomenclatures.columns(CODE_STATUT_JURIDIQUE));
    }
}

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

/** Categories of establishments, from the newest nomenclature cs1500106. */
public final class Categorie implements Transformation {

    @Override
    public TableContract target() {
        return Silver.CATEGORIE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_CS1500106));
    }

    static Dataset<Row> apply(Dataset<Row> codes) {
        return Nomenclatures.newest(codes).select(Nomenclatures.columns(CODE_CATEGORIE, DOMAINE));
    }
}

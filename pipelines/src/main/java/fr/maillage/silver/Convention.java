package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Conventions;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Agreements of establishments in the state of the cadre. */
public final class Convention implements Transformation {

    @Override
    public TableContract target() {
        return Silver.CONVENTION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(Conventions.rows(tables.read(Bronze.FINESS_CONVENTION)), tables);
    }

    static Dataset<Row> apply(Dataset<Row> lines, Tables tables) {
        return Suivi.etat(lines, Silver.CONVENTION, List.of(NUMERO_FINESS_ET, CODE_CONVENTION), tables);
    }
}

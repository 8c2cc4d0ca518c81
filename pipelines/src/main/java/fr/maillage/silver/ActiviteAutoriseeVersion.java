package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.ActivitesDeSoins;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every state an authorised care activity is known to have had. */
public final class ActiviteAutoriseeVersion implements Transformation {

    private static final List<String> KEYS =
            List.of(NUMERO_FINESS_ET, CODE_ACTIVITE, CODE_MODALITE, CODE_FORME, NUMERO_LIGNE);

    @Override
    public TableContract target() {
        return Silver.ACTIVITE_AUTORISEE_VERSION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(ActivitesDeSoins.rows(tables.read(Bronze.FINESS_ACTIVITEOFFRESOIN)));
    }

    static Dataset<Row> apply(Dataset<Row> lines) {
        return Suivi.versions(lines, Silver.ACTIVITE_AUTORISEE_VERSION, KEYS);
    }
}

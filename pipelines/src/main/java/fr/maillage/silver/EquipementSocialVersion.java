package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.EquipementsSociaux;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every state a social equipment is known to have had, with its places installed and authorised. */
public final class EquipementSocialVersion implements Transformation {

    private static final List<String> KEYS =
            List.of(NUMERO_FINESS_ET, CODE_DISCIPLINE, CODE_TYPE_ACTIVITE, CODE_CLIENTELE);

    @Override
    public TableContract target() {
        return Silver.EQUIPEMENT_SOCIAL_VERSION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(EquipementsSociaux.rows(tables.read(Bronze.FINESS_EQUIPEMENTSOCIAL)));
    }

    static Dataset<Row> apply(Dataset<Row> lines) {
        return Suivi.versions(lines, Silver.EQUIPEMENT_SOCIAL_VERSION, KEYS);
    }
}

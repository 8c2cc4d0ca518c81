package fr.maillage.silver;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Social equipment in the state of the cadre. */
public final class EquipementSocial implements Transformation {

    @Override
    public TableContract target() {
        return Silver.EQUIPEMENT_SOCIAL;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(Etat.of(tables.read(Silver.EQUIPEMENT_SOCIAL_VERSION), tables));
    }

    static Dataset<Row> apply(Dataset<Row> versions) {
        return versions.select(
                Silver.EQUIPEMENT_SOCIAL.columns().stream().map(functions::col).toArray(Column[]::new));
    }
}

package fr.maillage.silver.plus;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Zones in which activities intervene, in the state of the cadre. */
public final class ZoneIntervention implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ZONE_INTERVENTION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(Etat.of(tables.read(Silver.ZONE_INTERVENTION_VERSION), tables));
    }

    static Dataset<Row> apply(Dataset<Row> versions) {
        return versions.select(
                Silver.ZONE_INTERVENTION.columns().stream().map(functions::col).toArray(Column[]::new));
    }
}

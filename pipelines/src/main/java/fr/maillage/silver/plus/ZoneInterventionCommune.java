package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.split;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The communes of each zone of intervention, in the state of the cadre. */
public final class ZoneInterventionCommune implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ZONE_INTERVENTION_COMMUNE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(Etat.of(tables.read(Silver.ZONE_INTERVENTION_VERSION), tables));
    }

    static Dataset<Row> apply(Dataset<Row> versions) {
        return versions.select(
                col(NUMERO_FINESS_EJ),
                col(IDENTIFIANT_ZONE),
                explode(split(col(CODES_COMMUNES), " ")).as(CODE_COMMUNE),
                col(SOURCE),
                col(CONNU_DU));
    }
}

package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.upper;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The communes of each zone of intervention. */
public final class ZoneInterventionCommune implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ZONE_INTERVENTION_COMMUNE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_ACTIVITE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> documents, LocalDate jusquau) {
        Dataset<Row> rows = ZoneIntervention.zones(documents, jusquau)
                .withColumn("_commune", explode(champ(ZONEINTERVENTION, COMMUNEZI)))
                .withColumn(CODE_COMMUNE, upper(texte("_commune", COMMUNE)));
        return Documents.table(rows, Silver.ZONE_INTERVENTION_COMMUNE);
    }
}

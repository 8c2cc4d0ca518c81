package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Zones in which activities intervene. */
public final class ZoneIntervention implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ZONE_INTERVENTION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_ACTIVITE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> documents, LocalDate jusquau) {
        Dataset<Row> rows = zones(documents, jusquau)
                .withColumn(LIBELLE_ZONE, texte(ZONEINTERVENTION, LIBELLEZI))
                .withColumn(
                        NB_COMMUNES,
                        coalesce(size(champ(ZONEINTERVENTION, COMMUNEZI)), lit(0))
                                .cast("bigint"));
        return Documents.table(rows, Silver.ZONE_INTERVENTION);
    }

    /** Zones stand at the level of the legal entity; one at the other level would count as well. */
    static Dataset<Row> zones(Dataset<Row> documents, LocalDate jusquau) {
        return Activites.of(documents, jusquau)
                .where(champ(ZONEINTERVENTION).isNotNull())
                .withColumn(IDENTIFIANT_ZONE, texte(ZONEINTERVENTION, ZONEINTERVENTIONAUTORISEEID));
    }
}

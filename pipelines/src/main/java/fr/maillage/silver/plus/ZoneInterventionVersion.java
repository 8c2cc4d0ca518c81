package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Registre;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.silver.finess.ZonesPlus;
import fr.maillage.warehouse.Fold;
import fr.maillage.warehouse.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every state a zone of intervention is known to have had, with its communes. */
public final class ZoneInterventionVersion implements Fold {

    private static final Suivi SUIVI = new Suivi(
            Silver.ZONE_INTERVENTION_VERSION,
            List.of(NUMERO_FINESS_EJ, IDENTIFIANT_ZONE),
            Registre.ZONE_INTERVENTION,
            ZonesPlus.SYSTEMES);

    @Override
    public TableContract target() {
        return Silver.ZONE_INTERVENTION_VERSION;
    }

    @Override
    public List<TableContract> releases() {
        return List.of(Bronze.FINESS_PLUS_ACTIVITE, Silver.PARUTION);
    }

    @Override
    public String closing() {
        return CONNU_AU;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return SUIVI.whole(ZonesPlus.rows(tables.read(Bronze.FINESS_PLUS_ACTIVITE)), tables);
    }

    @Override
    public Dataset<Row> next(Dataset<Row> state, Tables release) {
        return SUIVI.next(state, ZonesPlus.rows(release.read(Bronze.FINESS_PLUS_ACTIVITE)), release);
    }
}

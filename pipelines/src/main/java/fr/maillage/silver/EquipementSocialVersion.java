package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.EquipementsSociaux;
import fr.maillage.silver.finess.Registre;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Fold;
import fr.maillage.warehouse.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every state a social equipment is known to have had, with its places installed and authorised. */
public final class EquipementSocialVersion implements Fold {

    private static final List<String> KEYS =
            List.of(NUMERO_FINESS_ET, CODE_DISCIPLINE, CODE_TYPE_ACTIVITE, CODE_CLIENTELE);

    private static final Suivi SUIVI =
            new Suivi(Silver.EQUIPEMENT_SOCIAL_VERSION, KEYS, Registre.EQUIPEMENT_SOCIAL, EquipementsSociaux.SYSTEMES);

    @Override
    public TableContract target() {
        return Silver.EQUIPEMENT_SOCIAL_VERSION;
    }

    @Override
    public List<TableContract> releases() {
        return List.of(Bronze.FINESS_EQUIPEMENTSOCIAL, Silver.PARUTION);
    }

    @Override
    public String closing() {
        return CONNU_AU;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return SUIVI.whole(EquipementsSociaux.rows(tables.read(Bronze.FINESS_EQUIPEMENTSOCIAL)), tables);
    }

    @Override
    public Dataset<Row> next(Dataset<Row> state, Tables release) {
        return SUIVI.next(state, EquipementsSociaux.rows(release.read(Bronze.FINESS_EQUIPEMENTSOCIAL)), release);
    }
}

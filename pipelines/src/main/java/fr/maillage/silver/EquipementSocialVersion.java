package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.EquipementsPlus;
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
            new Suivi(Silver.EQUIPEMENT_SOCIAL_VERSION, KEYS, Registre.EQUIPEMENT_SOCIAL, EquipementsPlus.systemes());

    @Override
    public TableContract target() {
        return Silver.EQUIPEMENT_SOCIAL_VERSION;
    }

    @Override
    public List<TableContract> releases() {
        return List.of(Bronze.FINESS_EQUIPEMENTSOCIAL, Bronze.FINESS_PLUS_ACTIVITE, Silver.PARUTION);
    }

    @Override
    public String closing() {
        return CONNU_AU;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return SUIVI.whole(lines(tables), tables);
    }

    @Override
    public Dataset<Row> next(Dataset<Row> state, Tables release) {
        return SUIVI.next(state, lines(release), release);
    }

    private static Dataset<Row> lines(Tables tables) {
        return EquipementsSociaux.rows(tables.read(Bronze.FINESS_EQUIPEMENTSOCIAL))
                .unionByName(EquipementsPlus.rows(tables.read(Bronze.FINESS_PLUS_ACTIVITE)));
    }
}

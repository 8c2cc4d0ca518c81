package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.ActivitesDeSoins;
import fr.maillage.silver.finess.Registre;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Fold;
import fr.maillage.warehouse.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every state an authorised care activity is known to have had. */
public final class ActiviteAutoriseeVersion implements Fold {

    private static final List<String> KEYS =
            List.of(NUMERO_FINESS_ET, CODE_ACTIVITE, CODE_MODALITE, CODE_FORME, NUMERO_LIGNE);

    private static final Suivi SUIVI =
            new Suivi(Silver.ACTIVITE_AUTORISEE_VERSION, KEYS, Registre.ACTIVITE_AUTORISEE, ActivitesDeSoins.SYSTEMES);

    @Override
    public TableContract target() {
        return Silver.ACTIVITE_AUTORISEE_VERSION;
    }

    @Override
    public List<TableContract> releases() {
        return List.of(Bronze.FINESS_ACTIVITEOFFRESOIN, Silver.PARUTION);
    }

    @Override
    public String closing() {
        return CONNU_AU;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return SUIVI.whole(ActivitesDeSoins.rows(tables.read(Bronze.FINESS_ACTIVITEOFFRESOIN)), tables);
    }

    @Override
    public Dataset<Row> next(Dataset<Row> state, Tables release) {
        return SUIVI.next(state, ActivitesDeSoins.rows(release.read(Bronze.FINESS_ACTIVITEOFFRESOIN)), release);
    }
}

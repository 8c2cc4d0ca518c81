package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.ActivitesDeSoins;
import fr.maillage.silver.finess.Registre;
import fr.maillage.silver.finess.SoinsPlus;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Fold;
import fr.maillage.warehouse.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every state an authorised care activity is known to have had.
 *
 * <p>It is known by what is authorised where, which all generations tell, not by the line of the authorisation, which
 * FINESS+ has no place for: an activity goes on when the register changes its system.
 */
public final class ActiviteAutoriseeVersion implements Fold {

    private static final List<String> KEYS =
            List.of(NUMERO_FINESS_ET, CODE_ACTIVITE, CODE_MODALITE, CODE_FORME, CODE_PRATIQUE);

    private static final Suivi SUIVI =
            new Suivi(Silver.ACTIVITE_AUTORISEE_VERSION, KEYS, Registre.ACTIVITE_AUTORISEE, SoinsPlus.systemes());

    @Override
    public TableContract target() {
        return Silver.ACTIVITE_AUTORISEE_VERSION;
    }

    @Override
    public List<TableContract> releases() {
        return List.of(Bronze.FINESS_ACTIVITEOFFRESOIN, Bronze.FINESS_PLUS_ACTIVITE, Silver.PARUTION);
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
        return ActivitesDeSoins.rows(tables.read(Bronze.FINESS_ACTIVITEOFFRESOIN))
                .unionByName(SoinsPlus.rows(tables.read(Bronze.FINESS_PLUS_ACTIVITE)));
    }
}

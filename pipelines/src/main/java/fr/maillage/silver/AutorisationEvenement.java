package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.EvenementsAutorisation;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Events of authorisations and amendments of recognised activities in the state of the cadre. */
public final class AutorisationEvenement implements Transformation {

    @Override
    public TableContract target() {
        return Silver.AUTORISATION_EVENEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                EvenementsAutorisation.rows(tables.read(Bronze.FINESS_EVENEMENT), tables.read(Bronze.FINESS_AVENANT)),
                tables);
    }

    static Dataset<Row> apply(Dataset<Row> lines, Tables tables) {
        return Suivi.etat(
                lines,
                Silver.AUTORISATION_EVENEMENT,
                List.of(NATURE_AUTORISATION, NUMERO_AUTORISATION, NUMERO_ORDRE),
                tables);
    }
}

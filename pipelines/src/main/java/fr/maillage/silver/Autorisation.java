package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Autorisations;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Authorisations of other activities and recognised activities in the state of the cadre. */
public final class Autorisation implements Transformation {

    @Override
    public TableContract target() {
        return Silver.AUTORISATION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                Autorisations.rows(
                        tables.read(Bronze.FINESS_AUTREACTIVITE), tables.read(Bronze.FINESS_ACTIVITESOUMISEARECO)),
                tables);
    }

    static Dataset<Row> apply(Dataset<Row> lines, Tables tables) {
        return Suivi.etat(lines, Silver.AUTORISATION, List.of(NATURE_AUTORISATION, NUMERO_AUTORISATION), tables);
    }
}

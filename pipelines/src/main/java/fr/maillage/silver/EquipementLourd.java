package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.EquipementsLourds;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Heavy medical equipment in the state of the cadre. */
public final class EquipementLourd implements Transformation {

    @Override
    public TableContract target() {
        return Silver.EQUIPEMENT_LOURD;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(EquipementsLourds.rows(tables.read(Bronze.FINESS_EQUIPMATERIELLOURD)), tables);
    }

    static Dataset<Row> apply(Dataset<Row> lines, Tables tables) {
        return Suivi.etat(
                lines,
                Silver.EQUIPEMENT_LOURD,
                List.of(NUMERO_FINESS_ET, CODE_EQUIPEMENT_LOURD, NUMERO_AUTORISATION),
                tables,
                NUMERO_SERIE,
                MARQUE,
                NATURE_LIEN,
                DATE_FIN,
                DATE_LIMITE,
                EST_CADUC,
                INDICATEUR_REMPLACEMENT,
                NUMERO_AUTORISATION_REMPLACEMENT,
                EST_SUPPRIME,
                DATE_MAJ);
    }
}

package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Disciplines;
import fr.maillage.silver.finess.Suivi;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Trainings for health and social professions in the state of the cadre. */
public final class DisciplineEnseignee implements Transformation {

    @Override
    public TableContract target() {
        return Silver.DISCIPLINE_ENSEIGNEE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(Disciplines.rows(tables.read(Bronze.FINESS_DISCIPLINEENSEIGNEE)), tables);
    }

    static Dataset<Row> apply(Dataset<Row> lines, Tables tables) {
        return Suivi.etat(
                lines,
                Silver.DISCIPLINE_ENSEIGNEE,
                List.of(NUMERO_FINESS_ET, CODE_DISCIPLINE, CODE_TYPE_ACTIVITE),
                tables,
                EST_SUPPRIME,
                DATE_MAJ);
    }
}

package fr.maillage.silver;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.correction.Surcouche;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Legal entities in the state of the cadre, corrected by persons. */
public final class EntiteJuridique implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ENTITE_JURIDIQUE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(Etat.of(tables.read(Silver.ENTITE_JURIDIQUE_VERSION), tables), tables.read(Silver.CORRECTION));
    }

    static Dataset<Row> apply(Dataset<Row> versions, Dataset<Row> corrections) {
        return Surcouche.surEntites(versions, corrections)
                .select(Silver.ENTITE_JURIDIQUE.columns().stream()
                        .map(functions::col)
                        .toArray(Column[]::new));
    }
}

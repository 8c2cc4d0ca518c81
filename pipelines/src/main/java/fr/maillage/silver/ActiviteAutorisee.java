package fr.maillage.silver;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Authorised care activities in the state of the cadre. */
public final class ActiviteAutorisee implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ACTIVITE_AUTORISEE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(Etat.of(tables.read(Silver.ACTIVITE_AUTORISEE_VERSION), tables));
    }

    static Dataset<Row> apply(Dataset<Row> versions) {
        return versions.select(
                Silver.ACTIVITE_AUTORISEE.columns().stream().map(functions::col).toArray(Column[]::new));
    }
}

package fr.maillage.silver;

import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.doublon;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Composition;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which commune belongs to which EPCI à fiscalité propre, by vintage. */
public final class EpciCommune implements Transformation {

    @Override
    public TableContract target() {
        return Silver.EPCI_COMMUNE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.DGCL_EPCI_COMMUNE),
                tables.read(Bronze.INSEE_EPCI_COMMUNE),
                tables.read(Bronze.INSEE_ZONAGE));
    }

    static Dataset<Row> apply(Dataset<Row> dgcl, Dataset<Row> insee, Dataset<Row> zonages) {
        return Composition.of(dgcl, insee, zonages)
                .withColumn(Technical.REGLES, regles(doublon(CODE_COMMUNE, MILLESIME)))
                .drop(Technical.RANG);
    }
}

package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where documents and their contracts differ, by release; one row per new code, else per path and kind. */
public final class DeriveSchema implements Transformation {

    private static final String UNE = "_derive";

    @Override
    public TableContract target() {
        return Silver.DERIVE_SCHEMA;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_STRUCTURE), tables.read(Bronze.FINESS_PLUS_ACTIVITE));
    }

    static Dataset<Row> apply(Dataset<Row> structures, Dataset<Row> activites) {
        return derives(structures)
                .unionByName(derives(activites))
                .withColumn("_code", when(champ(UNE, GENRE_DERIVE).equalTo("code_nouveau"), champ(UNE, EXEMPLE)))
                .groupBy(
                        col(SOURCE),
                        col(CONNU_DU),
                        champ(UNE, CHEMIN).as(CHEMIN),
                        champ(UNE, GENRE_DERIVE).as(GENRE_DERIVE),
                        col("_code"))
                .agg(
                        min(champ(UNE, EXEMPLE)).as(EXEMPLE_DERIVE),
                        sum(champ(UNE, NOMBRE_DERIVES)).as(NB_DERIVES),
                        count(lit(1)).as(NB_ENREGISTREMENTS_TOUCHES))
                .select(
                        col(CHEMIN),
                        col(GENRE_DERIVE),
                        col(EXEMPLE_DERIVE),
                        col(NB_DERIVES),
                        col(NB_ENREGISTREMENTS_TOUCHES),
                        col(SOURCE),
                        col(CONNU_DU));
    }

    private static Dataset<Row> derives(Dataset<Row> documents) {
        return documents.select(
                explode(col(DERIVES)).as(UNE),
                col(Technical.SOURCE).as(SOURCE),
                col(Technical.MILLESIME).as(CONNU_DU));
    }
}

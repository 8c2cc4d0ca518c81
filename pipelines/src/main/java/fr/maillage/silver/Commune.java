package fr.maillage.silver;

import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.annee;
import static fr.maillage.silver.territoire.Lignes.codeCommune;
import static fr.maillage.silver.territoire.Lignes.doublon;
import static fr.maillage.silver.territoire.Lignes.text;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Ancien;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Communes in the strict sense, of every vintage and of both layouts of the code officiel géographique. */
public final class Commune implements Transformation {

    @Override
    public TableContract target() {
        return Silver.COMMUNE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.INSEE_COMMUNE), tables.read(Bronze.INSEE_FRANCE));
    }

    static Dataset<Row> apply(Dataset<Row> recentes, Dataset<Row> anciennes) {
        return recentes(recentes)
                .unionByName(anciennes(anciennes))
                .withColumn(Technical.REGLES, regles(doublon(CODE_COMMUNE, MILLESIME)))
                .drop(Technical.RANG);
    }

    private static Dataset<Row> recentes(Dataset<Row> lignes) {
        return lignes.where(col(TYPECOM).equalTo("COM"))
                .select(
                        text(COM).as(CODE_COMMUNE),
                        annee().as(MILLESIME),
                        text(LIBELLE).as(LIBELLE),
                        text(NCC).as(NOM_MAJUSCULE),
                        text(DEP).as(CODE_DEPARTEMENT),
                        text(REG).as(CODE_REGION),
                        text(ARR).as(CODE_ARRONDISSEMENT),
                        text(CAN).as(CODE_CANTON),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG));
    }

    private static Dataset<Row> anciennes(Dataset<Row> lignes) {
        return lignes.where(col(ACTUAL).equalTo(Ancien.COMMUNE))
                .select(
                        codeCommune(text(DEP), text(COM)).as(CODE_COMMUNE),
                        annee().as(MILLESIME),
                        Ancien.libelle().as(LIBELLE),
                        text(NCC).as(NOM_MAJUSCULE),
                        text(DEP).as(CODE_DEPARTEMENT),
                        text(REG).as(CODE_REGION),
                        concat(text(DEP), text(AR)).as(CODE_ARRONDISSEMENT),
                        concat(text(DEP), text(CT)).as(CODE_CANTON),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG));
    }
}

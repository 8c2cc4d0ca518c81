package fr.maillage.silver;

import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.annee;
import static fr.maillage.silver.territoire.Lignes.codeCommune;
import static fr.maillage.silver.territoire.Lignes.doublon;
import static fr.maillage.silver.territoire.Lignes.text;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Ancien;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Associated and delegated communes and arrondissements municipaux, with the commune they are a part of. */
public final class CommuneRattachee implements Transformation {

    @Override
    public TableContract target() {
        return Silver.COMMUNE_RATTACHEE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.INSEE_COMMUNE), tables.read(Bronze.INSEE_FRANCE));
    }

    static Dataset<Row> apply(Dataset<Row> recentes, Dataset<Row> anciennes) {
        return recentes(recentes)
                .unionByName(anciennes(anciennes))
                .withColumn(Technical.REGLES, regles(doublon(CODE_COMMUNE_RATTACHEE, TYPE_COMMUNE, MILLESIME)))
                .drop(Technical.RANG);
    }

    private static Dataset<Row> recentes(Dataset<Row> lignes) {
        return lignes.where(col(TYPECOM).notEqual("COM"))
                .select(
                        text(COM).as(CODE_COMMUNE_RATTACHEE),
                        text(TYPECOM).as(TYPE_COMMUNE),
                        annee().as(MILLESIME),
                        text(LIBELLE).as(LIBELLE),
                        text(NCC).as(NOM_MAJUSCULE),
                        text(COMPARENT).as(CODE_COMMUNE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG));
    }

    private static Dataset<Row> anciennes(Dataset<Row> lignes) {
        return lignes.where(col(ACTUAL).isin(Ancien.ASSOCIEE, Ancien.ARRONDISSEMENT_MUNICIPAL, Ancien.DELEGUEE))
                .select(
                        codeCommune(text(DEP), text(COM)).as(CODE_COMMUNE_RATTACHEE),
                        type().as(TYPE_COMMUNE),
                        annee().as(MILLESIME),
                        Ancien.libelle().as(LIBELLE),
                        text(NCC).as(NOM_MAJUSCULE),
                        text(POLE).as(CODE_COMMUNE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG));
    }

    private static Column type() {
        return when(col(ACTUAL).equalTo(Ancien.ASSOCIEE), "COMA")
                .when(col(ACTUAL).equalTo(Ancien.DELEGUEE), "COMD")
                .otherwise("ARM");
    }
}

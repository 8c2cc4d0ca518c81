package fr.maillage.silver.plus;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.AdresseDeveloppee;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Addresses of legal entities and establishments, with both pairs of coordinates as published. */
public final class Adresse implements Transformation {

    private static final String UNE = "_adresse";

    @Override
    public TableContract target() {
        return Silver.ADRESSE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_STRUCTURE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> structures, LocalDate jusquau) {
        Dataset<Row> rows = exploded(
                        Documents.entites(structures, jusquau), "PM", NUMERO_FINESS_EJ, champ(PMEJ, ADRESSE))
                .unionByName(exploded(
                        Documents.etablissements(structures, jusquau), "EG", NUMERO_FINESS_ET, champ(EGE, ADRESSE)))
                .withColumn(USAGE_ADRESSE, texte(UNE, USAGEADRESSE))
                .withColumn(NUMERO_VOIE, texte(UNE, NUMEROVOIE))
                .withColumn(TYPE_VOIE, texte(UNE, TYPEVOIE))
                .withColumn(VOIE, texte(UNE, LIBELLEVOIE))
                .withColumn(COMPLEMENT_VOIE, texte(UNE, COMPLEMENTVOIE))
                .withColumn(COMPLEMENT_POINT_GEOGRAPHIQUE, texte(UNE, COMPLEMENTPOINTGEOGRAPHIQUE))
                .withColumn(LIEU_DIT_BP, texte(UNE, LIEUDIT))
                .withColumn(CODE_POSTAL, texte(UNE, CODEPOSTAL))
                .withColumn(VILLE, texte(UNE, LIGNEACHEMINEMENT))
                .withColumn(CODE_COMMUNE_PUBLIE, texte(UNE, COGCOMMUNE))
                .withColumn(X_PUBLIE, nombre(position(COORDONNEEX)))
                .withColumn(Y_PUBLIE, nombre(position(COORDONNEEY)))
                .withColumn(SRID_PUBLIE, Position.srid(col(X_PUBLIE), col(Y_PUBLIE)))
                .withColumn(X_LOCAL_PUBLIE, nombre(position(DIRECTIONLONGITUDE)))
                .withColumn(Y_LOCAL_PUBLIE, nombre(position(DIRECTIONLATITUDE)))
                .withColumn(CLE_BAN, texte(position(CLEININTEROPBAN)))
                .withColumn(CODE_COMMUNE_BAN, upper(substring(col(CLE_BAN), 1, 5)))
                .withColumn(SCORE_BAN, nombre(position(SCOREBAN)))
                .drop(ADRESSE)
                .withColumn(
                        ADRESSE,
                        texte(concat_ws(" ", col(NUMERO_VOIE), col(COMPLEMENT_VOIE), col(TYPE_VOIE), col(VOIE))))
                .withColumn(ADRESSE_DEVELOPPEE, AdresseDeveloppee.column());
        return Documents.table(
                rows,
                Silver.ADRESSE,
                broken("nombre_illisible", sansNombre(numbers())),
                broken(
                        "position_hors_bornes",
                        col(X_PUBLIE).isNotNull().and(col(SRID_PUBLIE).isNull())));
    }

    private static Dataset<Row> exploded(Dataset<Row> rows, String type, String numero, Column adresses) {
        return rows.select(
                        lit(type).as(TYPE_OBJET),
                        col(numero).as(NUMERO_FINESS),
                        posexplode(adresses).as(new String[] {"_rang_adresse", UNE}),
                        col(SOURCE),
                        col(CONNU_DU),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE))
                .withColumn(RANG_ADRESSE, col("_rang_adresse").plus(1).cast("bigint"));
    }

    private static Column position(String name) {
        return champ(UNE, COORDONNEESGEOGRAPHIQUE, name);
    }

    private static Column[] numbers() {
        return new Column[] {
            position(COORDONNEEX),
            position(COORDONNEEY),
            position(DIRECTIONLONGITUDE),
            position(DIRECTIONLATITUDE),
            position(SCOREBAN)
        };
    }
}

package fr.maillage.silver.organisation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.localisation.Localisateur;
import fr.maillage.silver.localisation.Reperes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Work-integration structures, each in its commune: that of its position, else that of its address. */
public final class StructureInsertion implements Transformation {

    private static final String LIEU = "_lieu";
    private static final String POINT = "POINT *[(] *(-?[0-9.]+) +(-?[0-9.]+) *[)]";

    @Override
    public TableContract target() {
        return Silver.STRUCTURE_INSERTION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.SIAE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.SIAE), Reperes.localisateur(tables));
    }

    static Dataset<Row> apply(Dataset<Row> lignes, Localisateur localisateur) {
        Column ofType = upper(texte(KIND));
        Column known = ofType.isin(CodeList.read("type_siae").codes().toArray());
        Column further = row_number()
                .over(Window.partitionBy(PK).orderBy(Technical.FICHIER, Technical.LIGNE))
                .gt(1);
        return enVigueur(lignes)
                .withColumn(SIRET, regexp_replace(texte(SIRET), " ", ""))
                .withColumn("_siret", when(col(SIRET).rlike("^[0-9]{14}$"), col(SIRET)))
                .withColumn(LONGITUDE, coordonnee(1))
                .withColumn(LATITUDE, coordonnee(2))
                .withColumn("_de_trop", further)
                .withColumn(
                        LIEU,
                        localisateur.lieu(
                                texte(POST_CODE),
                                texte(CITY),
                                col(LONGITUDE),
                                col(LATITUDE),
                                year(col(Technical.MILLESIME))))
                .select(
                        texte(PK).as(IDENTIFIANT_SIAE),
                        ofType.as(TYPE_SIAE),
                        texte(NAME).as(NOM),
                        texte(BRAND).as(ENSEIGNE),
                        col("_siret").as(SIRET),
                        substring(col("_siret"), 1, 9).as(SIREN),
                        texte(NAF).as(CODE_APE),
                        nullif(concat_ws(" ", texte(ADDRESS_LINE_1), texte(ADDRESS_LINE_2)), lit(""))
                                .as(ADRESSE),
                        texte(POST_CODE).as(CODE_POSTAL),
                        texte(CITY).as(VILLE),
                        commune().as(CODE_COMMUNE),
                        when(parPosition(), lieu("millesime_position"))
                                .otherwise(lieu("millesime_annoncee"))
                                .as(MILLESIME_COMMUNE),
                        when(parPosition(), "position")
                                .when(lieu("adresse").isNotNull(), "adresse")
                                .otherwise("inconnue")
                                .as(SOURCE_COMMUNE),
                        lieu("longitude").as(LONGITUDE),
                        lieu("latitude").as(LATITUDE),
                        texte(GEOCODING_SCORE).try_cast("double").as(SCORE_GEOCODAGE),
                        col(Technical.SOURCE).as(SOURCE),
                        col(Technical.MILLESIME).as(CONNU_DU),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        regles(
                                        broken("identifiant_absent", texte(PK).isNull()),
                                        broken(
                                                "doublon",
                                                col("_de_trop").and(texte(PK).isNotNull())),
                                        broken("type_inconnu", not(coalesce(known, lit(false)))),
                                        broken(
                                                "siret_illisible",
                                                texte(SIRET)
                                                        .isNotNull()
                                                        .and(col("_siret").isNull())),
                                        broken(
                                                "position_ailleurs",
                                                lieu("position_actuelle").notEqual(lieu("adresse"))))
                                .as(Technical.REGLES));
    }

    /** The file is an export of everything: the newest one is what is known. */
    private static Dataset<Row> enVigueur(Dataset<Row> lignes) {
        Dataset<Row> newest = lignes.agg(
                max(struct(col(Technical.MILLESIME), col(Technical.RANG))).as("_plus_recent"));
        return lignes.join(
                        broadcast(newest),
                        struct(col(Technical.MILLESIME), col(Technical.RANG)).equalTo(col("_plus_recent")))
                .drop("_plus_recent");
    }

    /** The position is believed where it lies in the département of the postal code, or nothing else is known. */
    private static Column parPosition() {
        return coalesce(
                lieu("position_actuelle")
                        .isNotNull()
                        .and(lieu("vraisemblable").or(lieu("adresse").isNull())),
                lit(false));
    }

    private static Column commune() {
        return when(parPosition(), lieu("position_actuelle")).otherwise(lieu("adresse"));
    }

    private static Column lieu(String field) {
        return col(LIEU + "." + field);
    }

    private static Column coordonnee(int group) {
        return nullif(regexp_extract(col(COORDS), POINT, group), lit("")).try_cast("double");
    }

    private static Column texte(String column) {
        return nullif(trim(col(column)), lit(""));
    }
}

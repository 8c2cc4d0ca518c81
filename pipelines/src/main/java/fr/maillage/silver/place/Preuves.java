package fr.maillage.silver.place;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The three kinds of evidence of who pays for an establishment, in the same columns. */
final class Preuves {

    /** Funders that one evidence names, joined by {@code +}. */
    static final String FINANCEURS_NOMMES = "_financeurs";
    /** The strongest evidence has the lowest force. */
    static final String FORCE = "_force";

    private static final String TOUJOURS = "9999-12-31";
    private static final String ANNEE_DU_GUIDE = "2011";

    private Preuves() {}

    /** What the register publishes: the way tariffs are fixed. */
    static Dataset<Row> publiees(Dataset<Row> etablissements, CodeList tarifs) {
        Column connu = when(col("_code").isNull(), lit("inconnu")).otherwise(col("_financeur"));
        Column fin = when(col(VALIDE_AU).notEqual(lit(TOUJOURS).cast("date")), date_sub(col(VALIDE_AU), 1));
        Column raison = coalesce(concat_ws(", ", col("_libelle"), col("_source")), lit(""));
        return etablissements
                .where(col(CODE_MFT).isNotNull())
                .join(
                        broadcast(Listes.table(etablissements, tarifs)),
                        col(CODE_MFT).equalTo(col("_code")),
                        "left")
                .select(
                        col(NUMERO_FINESS_ET),
                        col(CONNU_DU),
                        concat(lit("mft:"), col(CODE_MFT)).as(PREUVE),
                        lit("publiee").as(PROVENANCE),
                        lit(1).as(FORCE),
                        connu.as(FINANCEURS_NOMMES),
                        col(VALIDE_DU).as(DATE_DEBUT),
                        fin.as(DATE_FIN),
                        raison.as(RAISON));
    }

    /** What the classification says of the category: of its lines, those of the finest level of groups. */
    static Dataset<Row> inferees(Dataset<Row> etablissements, Dataset<Row> categories, CodeList classement) {
        Dataset<Row> lignes =
                Listes.table(etablissements, classement).where(col("_financeur").isNotNull());
        Column niveaux = array(
                struct(lit(3).as("_finesse"), col(CODE_CATEGORIE).as("_categorie")),
                struct(lit(2).as("_finesse"), col(CODE_AGREGAT_3).as("_categorie")),
                struct(lit(1).as("_finesse"), col(CODE_AGREGAT_2).as("_categorie")));
        Column finest = max("_finesse").over(Window.partitionBy(CODE_CATEGORIE));
        Dataset<Row> parCategorie = etablissements
                .select(CODE_CATEGORIE)
                .distinct()
                .join(
                        categories.select(CODE_CATEGORIE, CODE_AGREGAT_3, CODE_AGREGAT_2),
                        new String[] {CODE_CATEGORIE},
                        "left")
                .select(col(CODE_CATEGORIE), explode(niveaux).as("_niveau"))
                .select(CODE_CATEGORIE, "_niveau.*")
                .join(broadcast(lignes), new String[] {"_categorie"}, "inner")
                .withColumn("_finest", finest)
                .where(col("_finesse").equalTo(col("_finest")));
        return etablissements
                .join(broadcast(parCategorie), new String[] {CODE_CATEGORIE}, "inner")
                .select(
                        col(NUMERO_FINESS_ET),
                        col(CONNU_DU),
                        col("_code").as(PREUVE),
                        lit("inferee").as(PROVENANCE),
                        lit(2).as(FORCE),
                        col("_financeur").as(FINANCEURS_NOMMES),
                        col("_date_debut").try_cast("date").as(DATE_DEBUT),
                        col("_date_fin").try_cast("date").as(DATE_FIN),
                        col("_source").as(RAISON));
    }

    /** What the ANAP guide says of the category, in its year. */
    static Dataset<Row> duGuide(Dataset<Row> etablissements, CodeList guide) {
        Column financeur = when(col("_financement").equalTo("conseil_general"), lit("departement"))
                .otherwise(col("_financement"));
        return etablissements
                .join(
                        broadcast(Listes.table(etablissements, guide)),
                        col(CODE_CATEGORIE).equalTo(col("_code")),
                        "inner")
                .select(
                        col(NUMERO_FINESS_ET),
                        col(CONNU_DU),
                        concat(lit("guide:"), col("_code")).as(PREUVE),
                        concat(lit("guide_"), col("_provenance")).as(PROVENANCE),
                        lit(3).as(FORCE),
                        financeur.as(FINANCEURS_NOMMES),
                        lit(ANNEE_DU_GUIDE + "-01-01").cast("date").as(DATE_DEBUT),
                        lit(ANNEE_DU_GUIDE + "-12-31").cast("date").as(DATE_FIN),
                        concat_ws(", ", col("_source"), col("_raison")).as(RAISON));
    }
}

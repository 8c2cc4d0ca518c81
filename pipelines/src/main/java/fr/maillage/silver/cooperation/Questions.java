package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the frameworks of {@code schemas/referentiels} say of a line: its question, and its answer with the score. */
final class Questions {

    /** What a question is about: cooperation, acteur or couple. */
    static final String SUJET = "_sujet";

    /** The actor the answer is about, the lesser one of a pair. */
    static final String PREMIER = "_premier";

    /** The greater one of a pair. */
    static final String SECOND = "_second";

    private static final String ECHELLE = "_echelle";
    private static final String TEXTE_LIBRE = "texte";

    private Questions() {}

    static Column connu(Column referentiel) {
        return referentiel.isin(CodeList.readFile("/schemas/referentiels/referentiel.csv")
                .codes()
                .toArray());
    }

    /** Adds axis, scale and subject of the question; null where the framework does not have it. */
    static Dataset<Row> posees(Dataset<Row> lignes, Dataset<Row> surface) {
        Dataset<Row> questions = Listes.lignes(CodeList.readFile("/schemas/referentiels/item.csv"), surface)
                .select(
                        col("code_referentiel").as(CODE_REFERENTIEL),
                        col("code_item").as(CODE_ITEM),
                        col("code_axe").as(CODE_AXE),
                        col("code_echelle").as(ECHELLE),
                        col("objet_item").as(SUJET));
        Column couple = col(SUJET).equalTo("couple");
        Column nomme = col(SUJET).isin("acteur", "couple");
        return lignes.join(broadcast(questions), new String[] {CODE_REFERENTIEL, CODE_ITEM}, "left")
                .withColumn(
                        PREMIER,
                        when(couple, least(col(CODE_ACTEUR), col(CODE_ACTEUR_AUTRE)))
                                .when(nomme, col(CODE_ACTEUR)))
                .withColumn(SECOND, when(couple, greatest(col(CODE_ACTEUR), col(CODE_ACTEUR_AUTRE))));
    }

    /** Adds the answer of the scale; null where the scale does not have it. */
    static Dataset<Row> reponses(Dataset<Row> posees, Dataset<Row> surface) {
        Dataset<Row> reponses = Listes.lignes(CodeList.readFile("/schemas/referentiels/reponse.csv"), surface)
                .select(
                        col("code_echelle").as(ECHELLE),
                        col("code_reponse").as("_lue"),
                        col("code_reponse").as(CODE_REPONSE),
                        expr("try_cast(score AS double)").as(SCORE_REPONSE),
                        col("est_non_concerne").equalTo("true").as("_nc"));
        Column enMots = coalesce(col(ECHELLE).equalTo(TEXTE_LIBRE), lit(false));
        Column dite = Saisie.texte(col(REPONSE));
        return posees.withColumn(
                        "_lue",
                        when(enMots.and(dite.isNotNull()), lit(TEXTE_LIBRE)).otherwise(Saisie.code(col(REPONSE))))
                .withColumn(TEXTE_REPONSE, when(enMots, dite))
                .join(broadcast(reponses), new String[] {ECHELLE, "_lue"}, "left")
                .withColumn(EST_NON_CONCERNE, coalesce(col("_nc"), lit(false)));
    }
}

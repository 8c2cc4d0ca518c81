package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What facts say of a cooperation on one day, on one row; what is not told is null or empty. */
final class Portrait {

    static final String FORME = "_forme";
    static final String MATURITE_DU_JOUR = "_maturite";
    static final String STATUTS = "_statuts";
    static final String CHAMPS = "_champs";
    static final String CATEGORIES = "_categories";
    static final String PUBLICS = "_publics";

    /** The day from which seniority counts, and the milestone that gives it. */
    static final String DEPART = "_depart";

    static final String JALON_DEPART = "_jalon_depart";

    private Portrait() {}

    /** One row per cooperation that facts are known of. */
    static Dataset<Row> of(Dataset<Row> cooperations, Dataset<Row> faits, Dataset<Row> jour) {
        Dataset<Row> told = faits.crossJoin(broadcast(jour))
                .where(Jour.enVigueur().or(isOf("jalon").and(col(DATE_DEBUT).leq(col(JOUR_NOTATION)))))
                .groupBy(CODE_COOPERATION, JOUR_NOTATION)
                .agg(
                        latest("forme_juridique").as(FORME),
                        latest("maturite").as(MATURITE_DU_JOUR),
                        all("statut").as(STATUTS),
                        all("champ").as(CHAMPS),
                        all("categorie").as(CATEGORIES),
                        all("public").as(PUBLICS),
                        jalon("prise_effet").as("_effet"),
                        jalon("signature").as("_signature"),
                        jalon("choix_juridique").as("_choix"),
                        jalon("debut_reflexion").as("_reflexion"));
        Column start = when(col(DATE_DEBUT).leq(col(JOUR_NOTATION)), col(DATE_DEBUT));
        return told.join(
                        cooperations.select(CODE_COOPERATION, NOM, FORME_JURIDIQUE, DATE_DEBUT),
                        new String[] {CODE_COOPERATION})
                .withColumn(FORME, coalesce(col(FORME), col(FORME_JURIDIQUE)))
                .withColumn(DEPART, coalesce(col("_effet"), col("_signature"), start, col("_choix"), col("_reflexion")))
                .withColumn(
                        JALON_DEPART,
                        when(col("_effet").isNotNull(), "prise_effet")
                                .when(col("_signature").isNotNull(), "signature")
                                .when(start.isNotNull(), "signature")
                                .when(col("_choix").isNotNull(), "choix_juridique")
                                .when(col("_reflexion").isNotNull(), "debut_reflexion"));
    }

    static Column isOf(String rubrique) {
        return col(RUBRIQUE).equalTo(rubrique);
    }

    /** The value of the newest fact of a heading. */
    static Column latest(String rubrique) {
        Column dated = struct(
                coalesce(col(DATE_DEBUT), lit("0001-01-01").cast("date")),
                col(CODE_VALEUR).as("_code"));
        return max(when(isOf(rubrique), dated)).getField("_code");
    }

    private static Column all(String rubrique) {
        return sort_array(collect_set(when(isOf(rubrique), col(CODE_VALEUR))));
    }

    /** The first day of a milestone that was passed, not one that is planned. */
    static Column jalon(String jalon) {
        Column done = coalesce(col(STATUT_FAIT).notEqual("prevu"), lit(true));
        return min(when(isOf("jalon").and(col(CODE_VALEUR).equalTo(jalon)).and(done), col(DATE_DEBUT)));
    }
}

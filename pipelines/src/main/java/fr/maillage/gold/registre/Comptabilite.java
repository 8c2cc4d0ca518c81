package fr.maillage.gold.registre;

import static fr.maillage.gold.registre.Portrait.isOf;
import static fr.maillage.gold.registre.Portrait.jalon;
import static fr.maillage.gold.registre.Portrait.latest;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums, counts and months over the facts of a cooperation. */
final class Comptabilite {

    /** Actors that facts tell to be medico-social; 1 when the field is told without an actor. */
    static final String CHAMPS_MEDICO_SOCIAUX = "_champs_medico_sociaux";

    private static final String MOIS = "_mois";

    private Comptabilite() {}

    static Dataset<Row> parCooperation(Dataset<Row> faits, Dataset<Row> jour) {
        return faits.crossJoin(broadcast(jour))
                .where(coalesce(col(DATE_DEBUT).leq(col(JOUR_NOTATION)), lit(true)))
                .groupBy(CODE_COOPERATION, JOUR_NOTATION)
                .agg(
                        latest("forme_juridique").as(Portrait.FORME),
                        latest("maturite").as(MATURITE),
                        max(when(isOf("maturite"), col(DATE_DEBUT))).as("_depuis"),
                        max(when(isOf("categorie").and(principale()), col(CODE_VALEUR)))
                                .as(CATEGORIE_PRINCIPALE),
                        sort_array(collect_set(when(isOf("categorie").and(not(principale())), col(CODE_VALEUR))))
                                .as(CATEGORIES_SECONDAIRES),
                        nombre("nombre_membres").cast("long").as(NB_MEMBRES_ANNONCE),
                        nombre("etp").as(NB_ETP),
                        nombre("budget").as(BUDGET_ANNUEL),
                        montant("financement", "obtenu").as(FINANCEMENT_OBTENU),
                        montant("financement", "refuse", "perdu").as(FINANCEMENT_REFUSE),
                        cout("transition").as(COUT_TRANSITION),
                        cout("structurel").as(COUT_STRUCTUREL),
                        compte("gain", "mesure").as(NB_GAINS_MESURES),
                        compte("gain", "qualitatif").as(NB_GAINS_QUALITATIFS),
                        compte("gain", "prevu").as(NB_GAINS_PREVUS),
                        compte("engagement", "tenu", "non_tenu", "en_cours").as(NB_ENGAGEMENTS),
                        compte("engagement", "tenu").as(NB_ENGAGEMENTS_TENUS),
                        medicoSociaux().as(CHAMPS_MEDICO_SOCIAUX),
                        jalon("debut_reflexion").as("_reflexion"),
                        jalon("choix_juridique").as("_choix"),
                        jalon("approbation_prefet").as("_approbation"),
                        jalon("signature").as("_signature"),
                        jalon("publication").as("_publication"))
                .withColumn(MOIS_MATURITE, whole(col(JOUR_NOTATION), col("_depuis")))
                .withColumn(
                        MOIS_JUSQU_A_L_ACTE,
                        whole(
                                coalesce(col("_approbation"), col("_signature"), col("_publication")),
                                coalesce(col("_reflexion"), col("_choix"))))
                .drop(JOUR_NOTATION, "_depuis", "_reflexion", "_choix", "_approbation", "_signature", "_publication");
    }

    /** Months of the cooperation's life that no obtained funding with a start date covers. */
    static Dataset<Row> moisSansFinancement(Dataset<Row> cooperations, Dataset<Row> faits, Dataset<Row> jour) {
        Dataset<Row> funded = faits.where(isOf("financement")
                        .and(col(STATUT_FAIT).equalTo("obtenu"))
                        .and(col(DATE_DEBUT).isNotNull()))
                .select(
                        col(CODE_COOPERATION),
                        col(DATE_DEBUT).as("_du"),
                        col(DATE_FIN).as("_au"));
        Dataset<Row> lives = cooperations
                .select(CODE_COOPERATION, DATE_DEBUT, DATE_FIN)
                .crossJoin(broadcast(jour))
                .join(funded, CODE_COOPERATION)
                .withColumn("_fin", least(coalesce(col(DATE_FIN), col(JOUR_NOTATION)), col(JOUR_NOTATION)));
        Column from = coalesce(col(DATE_DEBUT), col("_du"));
        Dataset<Row> covered = lives.withColumn(
                        MOIS,
                        explode(sequenced(
                                greatest(col("_du"), from), least(coalesce(col("_au"), col("_fin")), col("_fin")))))
                .groupBy(CODE_COOPERATION)
                .agg(count_distinct(col(MOIS)).as("_couverts"));
        Dataset<Row> lived = lives.groupBy(CODE_COOPERATION)
                .agg(min(from).as("_debut"), max("_fin").as("_fin"))
                .withColumn("_vecus", size(sequenced(col("_debut"), col("_fin"))));
        return lived.join(covered, new String[] {CODE_COOPERATION}, "left")
                .select(
                        col(CODE_COOPERATION),
                        col("_vecus")
                                .minus(coalesce(col("_couverts"), lit(0)))
                                .cast("long")
                                .as(MOIS_SANS_FINANCEMENT));
    }

    /** The first days of the months that a period touches; none when it ends before it starts. */
    private static Column sequenced(Column from, Column to) {
        Column months = sequence(trunc(from, "month"), trunc(to, "month"), expr("interval 1 month"));
        return when(from.leq(to), months).otherwise(array().cast("array<date>"));
    }

    private static Column whole(Column end, Column start) {
        return floor(months_between(end, start)).cast("long");
    }

    private static Column principale() {
        return col(STATUT_FAIT).equalTo("principale");
    }

    /** The number of the newest fact of a heading. */
    private static Column nombre(String rubrique) {
        Column dated = struct(
                coalesce(col(DATE_DEBUT), lit("0001-01-01").cast("date")),
                col(NOMBRE_FAIT).as("_nombre"));
        return max(when(isOf(rubrique).and(col(NOMBRE_FAIT).isNotNull()), dated))
                .getField("_nombre");
    }

    private static Column montant(String rubrique, String... statuts) {
        return sum(when(isOf(rubrique).and(col(STATUT_FAIT).isin((Object[]) statuts)), col(NOMBRE_FAIT)));
    }

    private static Column cout(String code) {
        return sum(when(isOf("cout").and(col(CODE_VALEUR).equalTo(code)), col(NOMBRE_FAIT)));
    }

    /** How many facts of a heading have one of the statuses; null when it has no fact. */
    private static Column compte(String rubrique, String... statuts) {
        return sum(when(
                isOf(rubrique),
                when(col(STATUT_FAIT).isin((Object[]) statuts), 1L).otherwise(0L)));
    }

    private static Column medicoSociaux() {
        Column told = isOf("champ").and(col(CODE_VALEUR).equalTo("medico_social"));
        Column who = coalesce(col(CODE_ACTEUR), col(ACTEUR_NOMME), lit(""));
        return max(when(isOf("champ"), lit(0L))).plus(count_distinct(when(told, who)));
    }
}

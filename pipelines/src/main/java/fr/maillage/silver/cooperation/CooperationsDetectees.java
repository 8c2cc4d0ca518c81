package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.warehouse.Technical.FICHIER;
import static fr.maillage.warehouse.Technical.LIGNE;
import static fr.maillage.warehouse.Technical.REGLES;
import static org.apache.spark.sql.functions.*;

import fr.maillage.quality.Regles;
import fr.maillage.schemas.CodeList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cooperations that a registry gives away by a legal status, a category, a name or a grouping.
 *
 * <p>The signals, the legal form each leads to and whose body it is are data: {@code codes/signal_cooperation}, strongest
 * first. A GCS or GCSMS is a legal entity, so that the sites it runs are one cooperation; a health house, a CPTS or a
 * CLIC is the establishment itself, whose manager may run much else. Every signal seen is kept as evidence.
 */
final class CooperationsDetectees {

    private static final String SIGNAUX = "_signaux";
    static final String SIGNAL = "_signal";
    static final String CLE = "_cle";

    private CooperationsDetectees() {}

    /** @param groupements what {@link GroupementsDetectes} makes of groupings */
    static Dataset<Row> of(
            Dataset<Row> etablissements, Dataset<Row> entites, Dataset<Row> groupements, CodeList signals) {
        return signaux(etablissements, entites, signals)
                .withColumn(CLE, concat(lit("finess:"), col(NUMERO_FINESS)))
                .drop(NUMERO_FINESS_ET, NUMERO_FINESS_EJ, "_own")
                .unionByName(groupements)
                .groupBy(CLE)
                .agg(
                        max(NUMERO_FINESS).as(NUMERO_FINESS),
                        min(SIGNAL).as("_strongest"),
                        array_sort(collect_set(col(SIGNAL + ".code"))).as(PREUVES),
                        coalesce(max(when(col("_body"), col(NOM))), min(NOM)).as(NOM),
                        coalesce(max(when(col("_body"), col(DATE_DEBUT))), min(DATE_DEBUT))
                                .as(DATE_DEBUT),
                        when(count(when(col(DATE_FIN).isNull(), 1)).equalTo(0), max(DATE_FIN))
                                .as(DATE_FIN),
                        min(SOURCE).as(SOURCE),
                        max(CONNU_DU).as(CONNU_DU))
                .select(
                        concat(lit("coop:"), col(CLE)).as(CODE_COOPERATION),
                        col(NOM),
                        col("_strongest.forme").as(FORME_JURIDIQUE),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        lit(null).cast("array<string>").as(OBJETS),
                        lit("detectee").as(ORIGINE),
                        col(SOURCE),
                        col(PREUVES),
                        col(NUMERO_FINESS),
                        col(CONNU_DU),
                        lit(null).cast("string").as(FICHIER),
                        lit(null).cast("bigint").as(LIGNE),
                        Regles.regles().as(REGLES));
    }

    /**
     * One row per establishment or legal entity and signal it gives, with the body that the signal says is a
     * cooperation.
     */
    static Dataset<Row> signaux(Dataset<Row> etablissements, Dataset<Row> entites, CodeList signals) {
        return ofEtablissements(etablissements, signals)
                .unionByName(ofEntites(entites, signals))
                .where(size(col(SIGNAUX)).gt(0))
                .withColumn(SIGNAL, explode(col(SIGNAUX)))
                .withColumn(
                        NUMERO_FINESS,
                        when(col(SIGNAL + ".corps").equalTo("etablissement"), col(NUMERO_FINESS_ET))
                                .otherwise(col(NUMERO_FINESS_EJ)))
                .withColumn("_body", col(NUMERO_FINESS).equalTo(col("_own")))
                .drop(SIGNAUX);
    }

    private static Dataset<Row> ofEtablissements(Dataset<Row> etablissements, CodeList signals) {
        return etablissements.select(
                signals(signals, Map.of("categorie", col(CODE_CATEGORIE), "nom", names()))
                        .as(SIGNAUX),
                col(NUMERO_FINESS_ET),
                col(NUMERO_FINESS_EJ),
                col(NUMERO_FINESS_ET).as("_own"),
                coalesce(col(NOM_LONG), col(NOM)).as(NOM),
                col(DATE_OUVERTURE).as(DATE_DEBUT),
                col(DATE_FERMETURE).as(DATE_FIN),
                col(SOURCE),
                col(CONNU_DU));
    }

    private static Dataset<Row> ofEntites(Dataset<Row> entites, CodeList signals) {
        return entites.select(
                signals(signals, Map.of("statut", col(CODE_STATUT_JURIDIQUE), "nom", names()))
                        .as(SIGNAUX),
                lit(null).cast("string").as(NUMERO_FINESS_ET),
                col(NUMERO_FINESS_EJ),
                col(NUMERO_FINESS_EJ).as("_own"),
                coalesce(col(NOM_LONG), col(NOM)).as(NOM),
                col(DATE_CREATION).as(DATE_DEBUT),
                lit(null).cast("date").as(DATE_FIN),
                col(SOURCE),
                col(CONNU_DU));
    }

    private static Column names() {
        return upper(Saisie.sansAccents(concat_ws(" ", col(NOM), col(NOM_LONG))));
    }

    /** The signal of that kind whose pattern the value is, as (rank, code, form, body); null when none is. */
    static Column signal(CodeList signals, String objet, Column value) {
        return element_at(array_append(signals(signals, Map.of(objet, value)), lit(null)), 1);
    }

    /** The signals a row gives, as a list of (rank, code, form, body). */
    private static Column signals(CodeList signals, Map<String, Column> seen) {
        List<Column> given = new ArrayList<>();
        for (int rank = 0; rank < signals.rows().size(); rank++) {
            Map<String, String> signal = signals.rows().get(rank);
            Column value = seen.get(signal.get("objet"));
            if (value != null) {
                given.add(when(matches(value, signal), described(rank, signal)));
            }
        }
        return array_compact(array(given.toArray(Column[]::new)));
    }

    private static Column matches(Column value, Map<String, String> signal) {
        String pattern = signal.get("motif");
        return signal.get("objet").equals("nom") ? value.rlike(pattern) : value.equalTo(pattern);
    }

    private static Column described(int rank, Map<String, String> signal) {
        return struct(
                lit(rank).as("rang"),
                lit(signal.get("code")).as("code"),
                lit(signal.get("forme_juridique")).as("forme"),
                lit(signal.get("corps")).as("corps"));
    }
}

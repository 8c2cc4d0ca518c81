package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.ActivitesExercees.STATUT;
import static fr.maillage.silver.finess.ActivitesExercees.general;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.jour;
import static fr.maillage.silver.plus.Champs.sansDate;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.silver.plus.Natures;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Care activities of FINESS+ documents: those of the former rules (AMF), in the codes of the former files, and those of the
 * rules of 2023 (AMM), told apart by practice and declaration as well.
 *
 * <p>The number of regional agencies stands at the level of the legal entity for the former, at both for the others.
 */
public final class SoinsPlus {

    private static final List<String> SOINS = List.of("AMF", "AMM");

    private static final Systeme SYSTEME = new Systeme(Systeme.PLUS, values().keySet());

    private SoinsPlus() {}

    /** What each generation tells of care activities. */
    public static List<Systeme> systemes() {
        return ActivitesDeSoins.SYSTEMES.stream()
                .map(systeme -> systeme.nom().equals(Systeme.PLUS) ? SYSTEME : systeme)
                .toList();
    }

    /** One row per activity of an establishment and document, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> documents) {
        Dataset<Row> activites = ActivitesExercees.of(documents, SOINS)
                .withColumn(CODE_ACTIVITE, Natures.discipline())
                .withColumn(CODE_MODALITE, coalesce(Natures.mode(), lit("00")))
                .withColumn(CODE_FORME, coalesce(Natures.publicOuForme(), lit("00")))
                .withColumn(CODE_PRATIQUE, Natures.pratique());
        List<String> keys = List.of(NUMERO_FINESS_ET, CODE_ACTIVITE, CODE_MODALITE, CODE_FORME, CODE_PRATIQUE);
        return ActivitesExercees.first(activites, keys)
                .select(Description.columns(Silver.ACTIVITE_AUTORISEE_VERSION, values()));
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_ET, col(NUMERO_FINESS_ET)),
                Map.entry(CODE_ACTIVITE, col(CODE_ACTIVITE)),
                Map.entry(CODE_MODALITE, col(CODE_MODALITE)),
                Map.entry(CODE_FORME, col(CODE_FORME)),
                Map.entry(CODE_PRATIQUE, col(CODE_PRATIQUE)),
                Map.entry(NUMERO_FINESS_EJ, texte(PMEJ_ACTIVITES, NUMFINESS)),
                Map.entry(NUMERO_ARHGOS, coalesce(texte(general(NUMAUTORISATIONARHGOS)), texte(autorisation()))),
                Map.entry(DATE_AUTORISATION, jour(general(DATEDEBUTACTIVITEAUTORISEE))),
                Map.entry(DATE_FIN, jour(fin())),
                Map.entry(EST_SUPPRIME_ACTIVITE, col(STATUT).equalTo("3")),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(general(DATEDEBUTACTIVITEAUTORISEE), fin())));
    }

    /** The day it did end, where that is told. */
    private static Column fin() {
        return coalesce(texte(general(DATEFINEFFECTIVEACTIVITE)), general(DATEFINACTIVITEAUTORISEE));
    }

    /** The number of the authorisation it is exercised under. */
    private static Column autorisation() {
        Column own = filter(champ(PMEJ_ACTIVITES, ACTIVITESAUTORISEES), autorisee -> autorisee
                .getField(CARACTERISTIQUESGENERIQUES)
                .getField(ACTIVITEAEID)
                .equalTo(general(IDENTIFIANTAUTORISATION)));
        return try_element_at(own, lit(1)).getField(CARACTERISTIQUESGENERIQUES).getField(NUMAUTORISATIONARHGOS);
    }
}

package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.ActivitesExercees.ACTIVITE;
import static fr.maillage.silver.finess.ActivitesExercees.STATUT;
import static fr.maillage.silver.finess.ActivitesExercees.general;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.entier;
import static fr.maillage.silver.plus.Champs.jour;
import static fr.maillage.silver.plus.Champs.sansDate;
import static fr.maillage.silver.plus.Champs.sansNombre;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.silver.plus.Natures;
import fr.maillage.silver.plus.Places;
import fr.maillage.silver.plus.Statut;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Social equipment of FINESS+ documents: exercised activities of the two social natures, which keep the disciplines, types
 * of activity and clienteles of the former files.
 */
public final class EquipementsPlus {

    private static final List<String> SOCIALES = List.of("ASMR", "AMSR", "ASOCR");

    private static final Systeme SYSTEME = new Systeme(Systeme.PLUS, values().keySet());

    private EquipementsPlus() {}

    /** What each generation tells of social equipment. */
    public static List<Systeme> systemes() {
        return EquipementsSociaux.SYSTEMES.stream()
                .map(systeme -> systeme.nom().equals(Systeme.PLUS) ? SYSTEME : systeme)
                .toList();
    }

    /** One row per triplet of an establishment and document, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> documents) {
        Dataset<Row> activites = ActivitesExercees.of(documents, SOCIALES)
                .withColumn(CODE_DISCIPLINE, Natures.discipline())
                .withColumn(CODE_TYPE_ACTIVITE, Natures.mode())
                .withColumn(CODE_CLIENTELE, Natures.publicOuForme());
        return ActivitesExercees.first(
                        activites, List.of(NUMERO_FINESS_ET, CODE_DISCIPLINE, CODE_TYPE_ACTIVITE, CODE_CLIENTELE))
                .select(Description.columns(Silver.EQUIPEMENT_SOCIAL_VERSION, values()));
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_ET, col(NUMERO_FINESS_ET)),
                Map.entry(CODE_DISCIPLINE, col(CODE_DISCIPLINE)),
                Map.entry(CODE_TYPE_ACTIVITE, col(CODE_TYPE_ACTIVITE)),
                Map.entry(CODE_CLIENTELE, col(CODE_CLIENTELE)),
                Map.entry(NB_PLACES_INSTALLEES, Places.total(capacites(), Places.INSTALLEE)),
                Map.entry(NB_PLACES_INSTALLEES_HOMMES, genre(Places.INSTALLEE, "01")),
                Map.entry(NB_PLACES_INSTALLEES_FEMMES, genre(Places.INSTALLEE, "02")),
                Map.entry(NB_PLACES_HABILITEES_INSTALLEES, habilitees(Places.INSTALLEE)),
                Map.entry(AGE_MIN_INSTALLE, entier(Natures.age(AGEMININSTALLE))),
                Map.entry(AGE_MAX_INSTALLE, entier(Natures.age(AGEMAXINSTALLE))),
                Map.entry(EST_SUPPRIME_INSTALLE, col(STATUT).equalTo("3").or(isStopped())),
                Map.entry(NB_PLACES_AUTORISEES, Places.total(capacites(), Places.AUTORISEE)),
                Map.entry(NB_PLACES_AUTORISEES_HOMMES, genre(Places.AUTORISEE, "01")),
                Map.entry(NB_PLACES_AUTORISEES_FEMMES, genre(Places.AUTORISEE, "02")),
                Map.entry(NB_PLACES_HABILITEES_AUTORISEES, habilitees(Places.AUTORISEE)),
                Map.entry(AGE_MIN_AUTORISE, entier(Natures.age(AGEMINAUTORISE))),
                Map.entry(AGE_MAX_AUTORISE, entier(Natures.age(AGEMAXAUTORISE))),
                Map.entry(EST_SUPPRIME_AUTORISE, col(STATUT).equalTo("3")),
                Map.entry(DATE_AUTORISATION, jour(general(DATEDEBUTACTIVITEAUTORISEE))),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(general(DATEDEBUTACTIVITEAUTORISEE))),
                Map.entry(
                        Description.NOMBRE_ILLISIBLE,
                        sansNombre(
                                Natures.age(AGEMININSTALLE),
                                Natures.age(AGEMAXINSTALLE),
                                Natures.age(AGEMINAUTORISE),
                                Natures.age(AGEMAXAUTORISE))));
    }

    private static Column isStopped() {
        return coalesce(Statut.dernier(champ(ACTIVITE, EVENEMENT)).equalTo("015"), lit(false));
    }

    private static Column genre(String statut, String genre) {
        return Places.part(capacites(), statut, GENRE, genre);
    }

    private static Column habilitees(String statut) {
        return Places.part(capacites(), statut, HABILITATION, "02");
    }

    private static Column capacites() {
        return champ(ACTIVITE, CAPACITE);
    }
}

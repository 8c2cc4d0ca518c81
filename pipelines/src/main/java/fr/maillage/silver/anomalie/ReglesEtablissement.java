package fr.maillage.silver.anomalie;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.anomalie.Dossiers.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** The rules on one establishment, on the columns of {@link Dossiers}. */
final class ReglesEtablissement {

    private static final String TELEPHONE_DANS_UN_TEXTE = "(?:^|\\D)0[1-9](?:[ .-]?\\d{2}){4}(?:\\D|$)";

    private ReglesEtablissement() {}

    static List<Regle> all(Seuils seuils) {
        return Stream.of(identite(), liens(), lieu(), dates(seuils), activite(seuils), textes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Regle> identite() {
        return List.of(
                Regle.of("siret_absent", SIRET, col(OUVERT).and(col(SIRET).isNull())),
                Regle.of("siret_invalide", SIRET, not(NumeroSirene.isValid(col(SIRET), 14))),
                Regle.of(
                        "siret_partage",
                        SIRET,
                        col(OUVERT).and(col(NB_MEME_SIRET).gt(1)),
                        NB_MEME_SIRET),
                Regle.of(
                        "siret_hors_siren",
                        SIRET,
                        not(col(SIRET).startsWith(col(SIREN_GESTIONNAIRE))),
                        NUMERO_FINESS_EJ,
                        SIREN_GESTIONNAIRE),
                Regle.of(
                        "nom_adresse_en_double",
                        NOM,
                        col(OUVERT).and(col(NB_MEME_ADRESSE).gt(1)),
                        ADRESSE,
                        CODE_POSTAL,
                        NB_MEME_ADRESSE));
    }

    private static List<Regle> liens() {
        return List.of(
                Regle.of(
                        "gestionnaire_inconnu",
                        NUMERO_FINESS_EJ,
                        coalesce(col(GESTIONNAIRE_CONNU_PAR), lit("numero_seul"))
                                .equalTo("numero_seul")),
                Regle.of(
                        "gestionnaire_ferme",
                        NUMERO_FINESS_EJ,
                        col(OUVERT).and(col(GESTIONNAIRE_FERME)),
                        FERMETURE_GESTIONNAIRE),
                Regle.of(
                        "principal_inconnu",
                        NUMERO_FINESS_PRINCIPAL,
                        col(NUMERO_FINESS_PRINCIPAL)
                                .isNotNull()
                                .and(col(PRINCIPAL_CONNU).isNull())),
                Regle.of(
                        "categorie_inconnue",
                        CODE_CATEGORIE,
                        col(NOMENCLATURE_CHARGEE).and(col(CATEGORIE_CONNUE).isNull())),
                statut());
    }

    private static Regle statut() {
        Column wrong = lit(false);
        for (var ligne : CodeList.read("statut_par_categorie").rows()) {
            Column ofCategory = col(CODE_CATEGORIE).equalTo(ligne.get("code"));
            Column expected = col(STATUT_GESTIONNAIRE).rlike("^(?:" + ligne.get("statuts") + ")$");
            wrong = wrong.or(ofCategory.and(not(expected)));
        }
        return Regle.of("categorie_statut", CODE_CATEGORIE, wrong, STATUT_GESTIONNAIRE, NUMERO_FINESS_EJ);
    }

    private static List<Regle> lieu() {
        Column departement = Departement.ofCommune(col(CODE_COMMUNE_PUBLIE));
        return List.of(
                Regle.of(
                        "adresse_incomplete",
                        ADRESSE,
                        col(OUVERT)
                                .and(col(ADRESSE)
                                        .isNull()
                                        .and(col(LIEU_DIT_BP).isNull())
                                        .or(col(CODE_POSTAL).isNull())
                                        .or(col(VILLE).isNull())),
                        CODE_POSTAL,
                        VILLE),
                Regle.of(
                        "code_postal_departement",
                        CODE_POSTAL,
                        not(Departement.hasPostal(Departement.ofCommune(col(CODE_COMMUNE)), col(CODE_POSTAL))),
                        CODE_COMMUNE),
                Regle.of(
                        "commune_departement",
                        CODE_COMMUNE_PUBLIE,
                        not(Departement.same(departement, Departement.ofFiness(col(CODE_DEPARTEMENT_FINESS)))),
                        CODE_DEPARTEMENT_FINESS),
                Regle.of(
                        "numero_departement",
                        NUMERO_FINESS_ET,
                        not(Departement.same(
                                Departement.ofCommune(col(CODE_COMMUNE)), Departement.ofNumero(col(NUMERO_FINESS_ET)))),
                        CODE_COMMUNE),
                Regle.of(
                        "position_absente",
                        X_PUBLIE,
                        col(OUVERT)
                                .and(col(X_PUBLIE).isNull())
                                .and(col(X_LOCAL_PUBLIE).isNull())),
                Regle.of(
                        "position_refusee",
                        RAISON_POSITION,
                        col(X_PUBLIE)
                                .isNotNull()
                                .and(col(INTERPRETATION).isin("aucune", "ban"))
                                .and(col(CONTOURS_CHARGES)
                                        .or(array_contains(col(CONTREDITS_POSITION), "seconde_paire"))),
                        X_PUBLIE,
                        Y_PUBLIE,
                        X_LOCAL_PUBLIE,
                        Y_LOCAL_PUBLIE,
                        ECART_PAIRES_M),
                Regle.of(
                        "position_reinterpretee",
                        INTERPRETATION,
                        not(col(INTERPRETATION).isin("aucune", "ban", "telle_quelle")),
                        X_PUBLIE,
                        Y_PUBLIE,
                        RAISON_POSITION),
                Regle.of(
                        "position_discordante",
                        CODE_COMMUNE,
                        col(ACCORD).equalTo("discordant"),
                        CODE_COMMUNE_PUBLIE,
                        CODE_COMMUNE_POSITION,
                        CODE_COMMUNE_ADRESSE),
                Regle.of(
                        "cle_ban_discordante",
                        CODE_COMMUNE_BAN,
                        array_contains(col(CONTREDITS_POSITION), "cle_ban"),
                        CODE_COMMUNE,
                        CODE_COMMUNE_POSITION));
    }

    private static List<Regle> dates(Seuils seuils) {
        Column delai = add_months(col(DATE_OUVERTURE), (int) (12 * seuils.delaiAutorisation()));
        return List.of(
                Regle.of(
                        "ouvert_sans_autorisation",
                        DATE_AUTORISATION,
                        col(OUVERT).and(col(DATE_AUTORISATION).isNull()).and(delai.lt(col(CONNU_DU))),
                        DATE_OUVERTURE),
                Regle.of("ouverture_future", DATE_OUVERTURE, col(DATE_OUVERTURE).gt(col(CONNU_DU)), CONNU_DU),
                Regle.of(
                        "ouverture_ancienne",
                        DATE_OUVERTURE,
                        year(col(DATE_OUVERTURE)).lt(seuils.anneeMin())),
                Regle.of(
                        "ouverture_apres_fermeture",
                        DATE_OUVERTURE,
                        col(DATE_OUVERTURE).gt(col(DATE_FERMETURE)),
                        DATE_FERMETURE),
                Regle.of(
                        "inactif_sans_fermeture",
                        DATE_FERMETURE,
                        col(ETAT_OBJET).equalTo("I").and(col(DATE_FERMETURE).isNull()),
                        ETAT_OBJET),
                Regle.of(
                        "actif_apres_fermeture",
                        ETAT_OBJET,
                        col(ETAT_OBJET).equalTo("A").and(col(DATE_FERMETURE).leq(col(CONNU_DU))),
                        DATE_FERMETURE));
    }

    private static List<Regle> activite(Seuils seuils) {
        return List.of(
                Regle.of(
                        "ferme_avec_equipement",
                        NB_EQUIPEMENTS,
                        not(col(OUVERT))
                                .and(col(DATE_OUVERTURE)
                                        .isNull()
                                        .or(col(DATE_OUVERTURE).leq(col(CONNU_DU))))
                                .and(col(NB_EQUIPEMENTS).gt(0)),
                        DATE_FERMETURE,
                        ETAT_OBJET),
                Regle.of(
                        "capacite_extreme",
                        NB_PLACES_AUTORISEES,
                        abs(col(ECART_CAPACITE)).gt(seuils.ecartCapacite()),
                        CODE_CATEGORIE,
                        MEDIANE_CAPACITE,
                        ECART_CAPACITE),
                Regle.of(
                        "capacite_installee_superieure",
                        NB_PLACES_INSTALLEES,
                        col(NB_PLACES_INSTALLEES).gt(col(NB_PLACES_AUTORISEES)),
                        NB_PLACES_AUTORISEES),
                Regle.of(
                        "age_hors_bornes",
                        AGES_HORS_BORNES,
                        col(AGES_HORS_BORNES).isNotNull()),
                Regle.of("ages_inverses", AGES_INVERSES, col(AGES_INVERSES).isNotNull()));
    }

    private static List<Regle> textes() {
        String[] types = CodeList.read("type_voie").codes().toArray(String[]::new);
        String mots = String.join("|", CodeList.read("mot_sans_th").codes());
        return List.of(
                Regle.of(
                        "telephone_dans_le_nom",
                        NOM,
                        col(NOM).rlike(TELEPHONE_DANS_UN_TEXTE)
                                .or(coalesce(col(NOM_LONG).rlike(TELEPHONE_DANS_UN_TEXTE), lit(false))),
                        NOM_LONG),
                Regle.of(
                        "telephone_invalide",
                        TELEPHONE,
                        not(regexp_replace(col(TELEPHONE), "[ .-]", "").rlike("^(?:0\\d{9}|\\+33\\d{9})$"))),
                Regle.of("guillemets_multiples", NOM, col(NOM).contains("\"\"")),
                Regle.of("ape_invalide", CODE_APE, not(col(CODE_APE).rlike("^\\d{2}\\.?\\d{2}[A-Z]$"))),
                Regle.of("uai_invalide", NUMERO_UAI, not(col(NUMERO_UAI).rlike("^\\d{7}[A-Z]$"))),
                Regle.of(
                        "type_voie_inconnu",
                        TYPE_VOIE,
                        not(upper(trim(col(TYPE_VOIE))).isin((Object[]) types))),
                Regle.of("voie_sans_th", VOIE, upper(col(VOIE)).rlike("\\b(?:" + mots + ")\\b")));
    }
}

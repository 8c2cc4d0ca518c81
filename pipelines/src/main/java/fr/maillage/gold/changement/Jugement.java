package fr.maillage.gold.changement;

import static fr.maillage.gold.changement.Suivies.AVANT;
import static fr.maillage.gold.changement.Suivies.OUVERTE;
import static fr.maillage.gold.changement.Suivies.VERSION;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What a difference is about, and whether the world changed or only what is told of it.
 *
 * <p>The words of a system that tells of a thing for the first time close, open and move nothing; a closing date after
 * the former release is no matter of words.
 */
final class Jugement {

    /** The commune before and after, merged communes under the code they have now. */
    static final String COMMUNE_AVANT = "_commune_avant";

    static final String COMMUNE_APRES = "_commune_apres";

    private static final List<String> ADRESSE =
            List.of(CODE_COMMUNE_PUBLIE, CODE_POSTAL, VILLE, CODE_DEPARTEMENT_FINESS, ADRESSE_COMPAREE);

    private Jugement() {}

    /** Day on which what is told took effect; null when nothing says. */
    static Column dateEffet() {
        Column autorisee = col(VERSION + "." + DATE_AUTORISATION);
        return when(sorte(Differences.PREMIERE), col(VERSION + "." + OUVERTE))
                .when(fermee(), col(VERSION + "." + DATE_FERMETURE))
                .when(
                        champ(NUMERO_FINESS_EJ)
                                .and(col(VERSION + "." + CODE_EVENEMENT).isNotNull()),
                        col(VERSION + "." + VALIDE_DU))
                .when(capacite().and(not(autorisee.eqNullSafe(col(AVANT + "." + DATE_AUTORISATION)))), autorisee);
    }

    static Column nature() {
        Column mots = motsDUneAutreSource();
        return when(sorte(Differences.PREMIERE), when(ouverte(), "ouverture").otherwise("premiere_connaissance"))
                .when(sorte(Differences.RETOUR), "reapparition")
                .when(
                        sorte(Differences.DISPARITION),
                        when(dejaFermee(), "autre_champ").otherwise("fermeture"))
                .when(
                        fermee(),
                        when(mots.and(not(apresLaParution())), "autre_champ").otherwise("fermeture"))
                .when(champ(NUMERO_FINESS_EJ), "transfert")
                .when(champ(CODE_CATEGORIE), "changement_de_categorie")
                .when(capacite(), "changement_de_capacite")
                .when(col(CHAMP).isin(ADRESSE.toArray()).and(demenagee()).and(not(mots)), "demenagement")
                .when(
                        champ(ADRESSE_COMPAREE)
                                .and(col(ANCIENNE_VALEUR).isNotNull())
                                .and(col(NOUVELLE_VALEUR).isNotNull())
                                .and(not(mots)),
                        "demenagement_local")
                .otherwise("autre_champ");
    }

    static Column realite() {
        return when(
                        sorte(Differences.PREMIERE),
                        when(ouverte(), "reel")
                                .when(col(DATE_PARUTION_AVANT).isNull(), "changement_de_source")
                                .otherwise("declaration_tardive"))
                .when(sorte(Differences.RETOUR).or(repris()), "correction")
                .when(sorte(Differences.DISPARITION), "reel")
                .when(fermee().and(apresLaParution()), "reel")
                .when(motsDUneAutreSource(), "changement_de_source")
                .when(fixe(), "correction")
                .when(dateEffet().leq(col(DATE_PARUTION_AVANT)), "declaration_tardive")
                .otherwise("reel");
    }

    /** Whether a release of its system should have named it before, had it been there. */
    private static Column ouverte() {
        Column ouverte = col(VERSION + "." + OUVERTE);
        return coalesce(
                col(DATE_PARUTION_AVANT).isNotNull().and(ouverte.isNull().or(ouverte.gt(col(DATE_PARUTION_AVANT)))),
                lit(false));
    }

    private static Column fermee() {
        Column date = col(VERSION + "." + DATE_FERMETURE);
        Column datee = champ(DATE_FERMETURE)
                .and(col(ANCIENNE_VALEUR).isNull())
                .and(col(NOUVELLE_VALEUR).isNotNull());
        Column inactive = champ(ETAT_OBJET)
                .and(col(NOUVELLE_VALEUR).equalTo("I"))
                .and(coalesce(col(ANCIENNE_VALEUR), lit("A")).equalTo("A"))
                .and(date.isNull());
        return sorte(Differences.CHAMP_CHANGE).and(datee.or(inactive));
    }

    private static Column apresLaParution() {
        return coalesce(col(VERSION + "." + DATE_FERMETURE).gt(col(DATE_PARUTION_AVANT)), lit(false));
    }

    private static Column dejaFermee() {
        return col(VERSION + "." + DATE_FERMETURE).isNotNull();
    }

    private static Column capacite() {
        return col(OBJET)
                .equalTo(Objet.EQUIPEMENT_SOCIAL.nom())
                .and(col(CHAMP).startsWith("nb_places").or(col(CHAMP).startsWith("est_supprime")));
    }

    /** The commune tells, and the postal code where no commune is told. */
    private static Column demenagee() {
        Column communes = col(COMMUNE_AVANT).isNotNull().and(col(COMMUNE_APRES).isNotNull());
        Column postal = col(AVANT + "." + CODE_POSTAL).notEqual(col(VERSION + "." + CODE_POSTAL));
        return coalesce(
                when(communes, col(COMMUNE_AVANT).notEqual(col(COMMUNE_APRES))).otherwise(postal), lit(false));
    }

    private static Column motsDUneAutreSource() {
        return sorte(Differences.CHAMP_CHANGE).and(col(VERSION + "." + MOTIF).equalTo("changement_de_source"));
    }

    private static Column fixe() {
        return Objet.ALL.stream()
                .map(objet -> col(OBJET)
                        .equalTo(objet.nom())
                        .and(col(CHAMP).isin(objet.fixes().toArray())))
                .reduce(Column::or)
                .orElseThrow();
    }

    /** Whether the next change of the field takes this one back, or this one takes back the one before. */
    private static Column repris() {
        WindowSpec champ = Window.partitionBy(
                        OBJET, NUMERO_FINESS, CODE_DISCIPLINE, CODE_TYPE_ACTIVITE, CODE_CLIENTELE, CHAMP)
                .orderBy(DATE_PARUTION);
        Column reprend = lag(DATE_PARUTION, 1)
                .over(champ)
                .isNotNull()
                .and(lag(ANCIENNE_VALEUR, 1).over(champ).eqNullSafe(col(NOUVELLE_VALEUR)));
        Column reprise = lead(DATE_PARUTION, 1)
                .over(champ)
                .isNotNull()
                .and(lead(NOUVELLE_VALEUR, 1).over(champ).eqNullSafe(col(ANCIENNE_VALEUR)));
        return reprend.or(reprise);
    }

    private static Column champ(String name) {
        return sorte(Differences.CHAMP_CHANGE).and(col(CHAMP).equalTo(name));
    }

    private static Column sorte(String sorte) {
        return col(Differences.SORTE).equalTo(sorte);
    }
}

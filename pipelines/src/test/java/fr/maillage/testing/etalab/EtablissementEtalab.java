package fr.maillage.testing.etalab;

import java.time.LocalDate;

/**
 * An establishment of the generated register.
 *
 * @param entite index of its manager
 * @param nom which of the names it could have
 * @param categorie index of its category
 * @param tarif code of how its prices are set
 * @param telephone last digits of its number
 * @param maj day its record was last changed
 */
record EtablissementEtalab(
        String numero,
        int entite,
        int nom,
        int categorie,
        int tarif,
        int telephone,
        Lieu lieu,
        LocalDate ouverture,
        LocalDate maj) {

    EtablissementEtalab nomme(int autre, LocalDate jour) {
        return new EtablissementEtalab(numero, entite, autre, categorie, tarif, telephone, lieu, ouverture, jour);
    }

    EtablissementEtalab transfere(int vers, LocalDate jour) {
        return new EtablissementEtalab(numero, vers, nom, categorie, tarif, telephone, lieu, ouverture, jour);
    }

    EtablissementEtalab demenage(Lieu ailleurs, LocalDate jour) {
        return new EtablissementEtalab(numero, entite, nom, categorie, tarif, telephone, ailleurs, ouverture, jour);
    }

    EtablissementEtalab tarife(int autre, LocalDate jour) {
        return new EtablissementEtalab(numero, entite, nom, categorie, autre, telephone, lieu, ouverture, jour);
    }

    EtablissementEtalab joignable(int autre, LocalDate jour) {
        return new EtablissementEtalab(numero, entite, nom, categorie, tarif, autre, lieu, ouverture, jour);
    }
}

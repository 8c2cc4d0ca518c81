package fr.maillage.testing.etalab;

import java.time.LocalDate;

/**
 * A legal entity of the generated register.
 *
 * @param nom which of the names it could have
 * @param statut index of its legal status
 */
record EntiteEtalab(String numero, String siren, int nom, int statut, Lieu lieu, LocalDate creation) {

    EntiteEtalab nomme(int autre) {
        return new EntiteEtalab(numero, siren, autre, statut, lieu, creation);
    }

    EntiteEtalab demenage(Lieu ailleurs) {
        return new EntiteEtalab(numero, siren, nom, statut, ailleurs, creation);
    }
}

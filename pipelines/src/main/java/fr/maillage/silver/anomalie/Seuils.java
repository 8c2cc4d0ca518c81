package fr.maillage.silver.anomalie;

import fr.maillage.schemas.Parametres;
import fr.maillage.warehouse.Tables;

/**
 * The parameters of the rules.
 *
 * @param anneeMin no establishment is older
 * @param delaiAutorisation years after which an open establishment has an authorisation
 * @param ageMax no person is older
 * @param ecartCapacite robust standard deviations beyond which a capacity stands out of its category
 * @param effectifMin establishments below which a category has no usual capacity
 */
record Seuils(long anneeMin, long delaiAutorisation, long ageMax, double ecartCapacite, long effectifMin) {

    static Seuils of(Tables tables) {
        return new Seuils(
                tables.value(Parametres.OUVERTURE_ANNEE_MIN),
                tables.value(Parametres.AUTORISATION_DELAI_ANNEES),
                tables.value(Parametres.AGE_MAX),
                tables.value(Parametres.CAPACITE_ECART_MAX),
                tables.value(Parametres.CAPACITE_EFFECTIF_MIN));
    }
}

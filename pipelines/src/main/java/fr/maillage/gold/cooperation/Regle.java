package fr.maillage.gold.cooperation;

import fr.maillage.schemas.CodeList;
import java.util.List;

/**
 * How an indicator counts what crosses a border, as the list {@code regle_comptage} states it.
 *
 * @param objet {@link #COOPERATION} or {@link #GESTIONNAIRE}
 * @param regle {@link #SIEGE}, {@link #MEMBRE} or {@link #COMMUNE_COUVERTE}
 */
public record Regle(String indicateur, String objet, String regle) {

    public static final String COOPERATION = "cooperation";
    public static final String GESTIONNAIRE = "gestionnaire";
    public static final String SIEGE = "siege";
    public static final String MEMBRE = "membre";
    public static final String COMMUNE_COUVERTE = "commune_couverte";

    public Regle {
        boolean ofCooperations = objet.equals(COOPERATION)
                && List.of(SIEGE, MEMBRE, COMMUNE_COUVERTE).contains(regle);
        boolean known = ofCooperations || (objet.equals(GESTIONNAIRE) && regle.equals(MEMBRE));
        if (!known) {
            throw new IllegalArgumentException(
                    "codes/regle_comptage.csv: nobody counts a " + objet + " by the rule " + regle);
        }
    }

    /** Those of the list, in its order. */
    public static List<Regle> all() {
        return CodeList.read("regle_comptage").rows().stream()
                .map(row -> new Regle(row.get("code"), row.get("objet"), row.get("regle")))
                .toList();
    }
}

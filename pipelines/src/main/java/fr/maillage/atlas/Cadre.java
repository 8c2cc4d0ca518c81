package fr.maillage.atlas;

import fr.maillage.atlas.habillage.Labels;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A frame of the map with its own projection: the mainland (or a fictional territory), or an overseas département.
 *
 * @param srid of the projection; 0 for the main frame, whose projection follows from where the territory lies
 */
record Cadre(String id, Labels title, int srid) {

    static final Cadre PRINCIPAL = new Cadre("principal", new Labels("Hexagone et Corse", "Mainland and Corsica"), 0);

    private static final Map<String, Cadre> OUTRE_MER = Map.of(
            "971", overseas("971", "Guadeloupe", 5490),
            "972", overseas("972", "Martinique", 5490),
            "973", overseas("973", "Guyane", 2972),
            "974", overseas("974", "La Réunion", 2975),
            "975", overseas("975", "Saint-Pierre-et-Miquelon", 4467),
            "976", overseas("976", "Mayotte", 4471),
            "977", overseas("977", "Saint-Barthélemy", 5490),
            "978", overseas("978", "Saint-Martin", 5490));

    /** The frame a département is drawn in. */
    static Cadre of(String departement) {
        return departement == null ? PRINCIPAL : OUTRE_MER.getOrDefault(departement, PRINCIPAL);
    }

    /** The main frame first, then the insets by code. */
    static List<Cadre> inOrder(Collection<Cadre> cadres) {
        return cadres.stream()
                .distinct()
                .sorted(Comparator.comparing((Cadre cadre) -> cadre.equals(PRINCIPAL) ? "" : cadre.id()))
                .toList();
    }

    private static Cadre overseas(String code, String name, int srid) {
        return new Cadre(code, Labels.same(name), srid);
    }
}

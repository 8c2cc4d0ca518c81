package fr.maillage.example;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of {@code offre.csv}: how many establishments of a category, where, run by whom and named how.
 *
 * @param urbanite exponent of the population in the choice of a commune: above 1 towns have more than their share
 * @param gestionnaires types of manager, each as often as its weight
 * @param denomination name with {@code {R}}, {@code {C}}… to be filled in
 */
record Offre(String categorie, int nombre, double urbanite, List<String> gestionnaires, String denomination) {

    static List<Offre> all() {
        return Ressource.rows("offre.csv").stream()
                .map(row -> new Offre(
                        row.get("categorie"),
                        Integer.parseInt(row.get("nombre")),
                        Double.parseDouble(row.get("urbanite")),
                        weighted(row.get("gestionnaires")),
                        row.get("denomination")))
                .toList();
    }

    private static List<String> weighted(String weights) {
        List<String> types = new ArrayList<>();
        for (String weight : weights.split(" ")) {
            String[] parts = weight.split(":");
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                types.add(parts[0]);
            }
        }
        return types;
    }
}

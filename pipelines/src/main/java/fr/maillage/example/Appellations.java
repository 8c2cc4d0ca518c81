package fr.maillage.example;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Fills in the names of organisations: {@code {R}} a house, {@code {A}} a cause, {@code {N}} a person, {@code {C}} the commune, {@code {D}} the département. */
final class Appellations {

    private final List<String> residences = Ressource.lines("residences.txt");
    private final List<String> causes = Ressource.lines("associations.txt");
    private final List<String> personnes = Ressource.lines("patronymes.txt");
    private final Set<String> given = new HashSet<>();
    private final Random random;

    Appellations(Random random) {
        this.random = random;
    }

    /** A name that nobody has yet, as far as the list allows; the commune is added to the ones that repeat. */
    String name(String denomination, Commune commune) {
        String ville = Noms.majuscules(commune.nom());
        for (int i = 0; i < 4; i++) {
            String name = filled(denomination, commune, ville);
            if (given.add(name)) {
                return name;
            }
        }
        String name = filled(denomination, commune, ville) + " - " + ville;
        given.add(name);
        return name;
    }

    private String filled(String denomination, Commune commune, String ville) {
        return denomination
                .replace("{R}", any(residences))
                .replace("{A}", any(causes))
                .replace("{N}", any(personnes))
                .replace("{C}", ville)
                .replace("{D}", Noms.majuscules(Territoire.DEPARTEMENTS.get(commune.departement())));
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}

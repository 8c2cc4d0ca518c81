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

    /** A name that nobody has yet, as far as the lists allow. */
    String name(String denomination, Commune commune) {
        String name = filled(denomination, commune);
        for (int i = 0; i < 4 && given.contains(name); i++) {
            name = filled(denomination, commune);
        }
        if (!given.add(name)) {
            // There is one in the commune, or one of that name: say which this is.
            name += " - " + (denomination.contains("{C}") ? any(residences) : Noms.majuscules(commune.nom()));
        }
        return name;
    }

    /** What an establishment of this name was called before. */
    String former(String name) {
        return name.substring(0, name.indexOf(' ') + 1) + any(residences);
    }

    private String filled(String denomination, Commune commune) {
        return denomination
                .replace("{R}", any(residences))
                .replace("{A}", any(causes))
                .replace("{N}", any(personnes))
                .replace("{C}", Noms.majuscules(commune.nom()))
                .replace("{D}", Noms.majuscules(Territoire.DEPARTEMENTS.get(commune.departement())));
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}

package fr.maillage.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Managers, created as establishments ask for one.
 *
 * <p>Who has many gets more: a new establishment goes to a manager already there in proportion to what it runs, or to a
 * newcomer, by the type's rate. So a few run dozens, none more than {@link #LARGEST}, and most run one, as in the
 * register.
 */
final class Gestionnaires {

    private static final int LARGEST = 60;

    private final Map<String, Map<String, String>> types = new LinkedHashMap<>();
    private final List<EntiteJuridique> all = new ArrayList<>();
    private final List<EntiteJuridique> oncePerEtablissement = new ArrayList<>();
    private final Appellations appellations;
    private final Random random;

    Gestionnaires(Appellations appellations, Random random) {
        this.appellations = appellations;
        this.random = random;
        Ressource.rows("gestionnaires.csv").forEach(row -> types.put(row.get("type"), row));
    }

    List<EntiteJuridique> all() {
        return all;
    }

    /** A manager of this type for one more establishment in the commune. */
    EntiteJuridique of(String type, Commune commune) {
        Map<String, String> rules = types.get(type);
        List<EntiteJuridique> there = oncePerEtablissement.stream()
                .filter(e -> e.type().equals(type) && isInReach(rules.get("portee"), e.siege(), commune))
                .toList();
        boolean taken = !there.isEmpty() && random.nextInt(100) < Integer.parseInt(rules.get("reprise"));
        EntiteJuridique candidate = taken ? there.get(random.nextInt(there.size())) : null;
        boolean isFull = Collections.frequency(oncePerEtablissement, candidate) >= LARGEST;
        EntiteJuridique chosen = candidate == null || isFull ? create(rules, commune) : candidate;
        oncePerEtablissement.add(chosen);
        return chosen;
    }

    /** A cooperation that the register knows as a legal entity. */
    EntiteJuridique cooperation(String nom, String statut, String categorie, Commune siege, LocalDate creation) {
        EntiteJuridique created = new EntiteJuridique(
                Numeros.finess(siege.departement(), 0, all.size() + 1),
                "COOPERATION",
                Noms.majuscules(nom),
                statut,
                Numeros.siren(all.size() + 1),
                "9499Z",
                siege,
                Adresse.in(siege, random),
                categorie,
                creation);
        all.add(created);
        return created;
    }

    private static boolean isInReach(String reach, Commune seat, Commune commune) {
        return switch (reach) {
            case "commune" -> seat.equals(commune);
            case "epci" -> seat.epci().equals(commune.epci());
            case "departement" -> seat.departement().equals(commune.departement());
            default -> true;
        };
    }

    private EntiteJuridique create(Map<String, String> rules, Commune commune) {
        String[] statuts = rules.get("statuts").split(" ");
        EntiteJuridique created = new EntiteJuridique(
                Numeros.finess(commune.departement(), 0, all.size() + 1),
                rules.get("type"),
                appellations.name(rules.get("denomination"), commune),
                statuts[random.nextInt(statuts.length)],
                Numeros.siren(all.size() + 1),
                rules.get("ape"),
                commune,
                Adresse.in(commune, random),
                "",
                LocalDate.of(1962 + random.nextInt(56), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        all.add(created);
        return created;
    }
}

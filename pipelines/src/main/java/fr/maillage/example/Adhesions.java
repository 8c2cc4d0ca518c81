package fr.maillage.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is a member of what, since when: establishments and managers of the right kind in the right EPCI. */
final class Adhesions {

    private static final LocalDate LAST = LocalDate.of(2025, 11, 1);

    private final Random random = new Random(1901);
    private final Registre registre;
    private final Set<Epci> covered;

    private Adhesions(Registre registre) {
        this.registre = registre;
        this.covered =
                registre.cooperations().stream().flatMap(c -> c.epci().stream()).collect(Collectors.toSet());
    }

    static List<Membre> of(Registre registre) {
        Adhesions adhesions = new Adhesions(registre);
        return registre.cooperations().stream()
                .flatMap(c -> adhesions.members(c).stream())
                .toList();
    }

    private List<Membre> members(Cooperation cooperation) {
        List<Etablissement> candidates = new ArrayList<>(registre.publies(Exemple.SECONDE_DIFFUSION).stream()
                .filter(e -> cooperation.epci().contains(e.commune().epci()))
                .filter(e -> cooperation.categories().contains(e.categorie()))
                .filter(e -> cooperation.dateFin() == null || e.ouverture().isBefore(cooperation.dateFin()))
                .toList());
        Collections.shuffle(candidates, random);
        List<Membre> members = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Etablissement candidate : candidates) {
            String id = identifiant(candidate, members.size());
            if (members.size() < cooperation.membres() && taken.add(id)) {
                members.add(member(cooperation, id, candidate, members.size()));
            }
        }
        for (String other : cooperation.autres()) {
            members.add(new Membre(cooperation, other, null, "partenaire", since(cooperation), cooperation.dateFin()));
        }
        return members;
    }

    /** Mostly the establishment; sometimes its manager, when that one runs nothing where there is no cooperation. */
    private String identifiant(Etablissement e, int rank) {
        if (rank % 5 == 4 && staysWhereThereIsCooperation(e.gestionnaire())) {
            return rank % 2 == 0
                    ? "finess:" + e.gestionnaire().numero()
                    : "siren:" + e.gestionnaire().siren();
        }
        return rank % 7 == 3 ? "siret:" + e.siret() : "finess:" + e.numero();
    }

    private boolean staysWhereThereIsCooperation(EntiteJuridique manager) {
        return registre.etablissements().stream()
                .filter(e -> e.gestionnaire().equals(manager))
                .allMatch(e -> covered.contains(e.commune().epci()));
    }

    private Membre member(Cooperation cooperation, String id, Etablissement e, int rank) {
        LocalDate from = rank % 3 == 2 ? since(cooperation) : cooperation.dateDebut();
        LocalDate since = e.ouverture().isAfter(from) ? e.ouverture() : from;
        boolean left = rank % 9 == 8 && cooperation.dateFin() == null && since.isBefore(LocalDate.of(2024, 1, 1));
        return new Membre(
                cooperation,
                id,
                e,
                rank == 0 ? "support" : rank < 4 ? "fondateur" : "membre",
                since,
                left ? LocalDate.of(2024, 1 + random.nextInt(12), 28) : cooperation.dateFin());
    }

    /** A first of a month between the beginning and the end, or the last declarations. */
    private LocalDate since(Cooperation cooperation) {
        LocalDate end = cooperation.dateFin() == null ? LAST : cooperation.dateFin();
        long days = end.toEpochDay() - cooperation.dateDebut().toEpochDay();
        return cooperation
                .dateDebut()
                .plusDays((long) (random.nextDouble() * days * 0.9))
                .withDayOfMonth(1)
                .plusMonths(1);
    }
}

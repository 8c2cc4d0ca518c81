package fr.maillage.example;

import java.time.LocalDate;
import java.util.List;

/**
 * The invented FINESS register: who runs what and where, over both releases.
 *
 * @param cooperations declared cooperations, some of which the register knows too
 */
record Registre(List<EntiteJuridique> entites, List<Etablissement> etablissements, List<Cooperation> cooperations) {

    /** Draws the register of a territory; the same each time. */
    static Registre of(Territoire territoire) {
        Tirage tirage = new Tirage(territoire);
        Offre.all().forEach(tirage::draw);
        List<Cooperation> cooperations = Cooperation.all(territoire.epci());
        cooperations.forEach(tirage::register);
        return new Registre(tirage.entites(), tirage.etablissements(), cooperations);
    }

    /** The establishments of a release, in the order of their numbers. */
    List<Etablissement> publies(LocalDate release) {
        return etablissements.stream().filter(e -> e.estPublie(release)).toList();
    }

    /** The FINESS number of a cooperation the register knows; empty for the others. */
    String numero(Cooperation cooperation) {
        String nom = Noms.majuscules(cooperation.nom());
        return etablissements.stream()
                .filter(e -> e.nom().equals(nom))
                .map(Etablissement::numero)
                .findFirst()
                .or(() -> entites.stream()
                        .filter(e -> e.nom().equals(nom))
                        .map(EntiteJuridique::numero)
                        .findFirst())
                .orElse("");
    }
}

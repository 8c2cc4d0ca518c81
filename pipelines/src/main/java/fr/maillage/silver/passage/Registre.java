package fr.maillage.silver.passage;

import fr.maillage.silver.passage.Mouvement.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which codes live at a moment of the history, on which pieces of territory, and which lived before. */
final class Registre {

    private static final class Ouverte {
        private final LocalDate debut;
        private final String evenement;
        private final Set<Atome> atomes;
        private String nom;

        private Ouverte(LocalDate debut, String evenement, String nom, Collection<Atome> atomes) {
            this.debut = debut;
            this.evenement = evenement;
            this.nom = nom;
            this.atomes = new LinkedHashSet<>(atomes);
        }
    }

    private record Finie(Ouverte vie, LocalDate fin, String evenement) {}

    private final Map<Code, Ouverte> ouvertes = new HashMap<>();
    private final Map<Code, List<Finie>> finies = new HashMap<>();

    boolean lives(Code code) {
        return ouvertes.containsKey(code);
    }

    /** The territory of a commune that lives; one that nothing made was there before. */
    Set<Atome> atomes(Code code, String nom) {
        Ouverte vie = ouvertes.computeIfAbsent(code, missing -> before(missing, nom));
        return Atome.entiers(vie.atomes);
    }

    private Ouverte before(Code code, String nom) {
        List<Finie> former = finies.getOrDefault(code, List.of());
        if (former.isEmpty()) {
            return new Ouverte(Vie.ORIGINE, null, nom, List.of(new Atome(code.code())));
        }
        Finie last = former.get(former.size() - 1);
        return new Ouverte(last.fin, null, nom, last.vie.atomes);
    }

    /** A commune on land that no movement tells of. */
    Collection<Atome> createdFromNothing(Code code) {
        return lives(code) ? ouvertes.get(code).atomes : List.of(new Atome(code.code()));
    }

    void end(Code code, Mouvement mouvement) {
        if (!code.isCommune() && !lives(code)) {
            return;
        }
        atomes(code, mouvement.nomAvant());
        Ouverte vie = ouvertes.remove(code);
        finies.computeIfAbsent(code, one -> new ArrayList<>()).add(new Finie(vie, mouvement.jour(), mouvement.mod()));
    }

    /** What begins on a code that still lives takes over its land. */
    void begin(Code code, Mouvement mouvement, Collection<Atome> atomes) {
        Set<Atome> all = new LinkedHashSet<>(atomes);
        if (lives(code)) {
            all.addAll(ouvertes.get(code).atomes);
            end(code, mouvement);
        }
        ouvertes.put(code, new Ouverte(mouvement.jour(), mouvement.mod(), mouvement.nomApres(), all));
    }

    void rename(Mouvement mouvement) {
        Code code = mouvement.apres();
        boolean over = !lives(code)
                && finies.getOrDefault(code, List.of()).stream().anyMatch(finie -> finie.fin.equals(mouvement.jour()));
        if (over) {
            return;
        }
        Set<Atome> atomes = atomes(code, mouvement.nomAvant());
        if (ouvertes.get(code).debut.equals(mouvement.jour())) {
            ouvertes.get(code).nom = mouvement.nomApres();
        } else {
            end(code, mouvement);
            begin(code, mouvement, atomes);
        }
    }

    /** Of some land, what a commune that bore this code once was made of: of the life of that name, else of the last. */
    Set<Atome> restored(Code code, String nom, Collection<Atome> land) {
        List<Finie> former = new ArrayList<>(finies.getOrDefault(code, List.of()));
        former.sort(Comparator.<Finie, Boolean>comparing(finie -> Objects.equals(finie.vie.nom, nom))
                .reversed()
                .thenComparing(Comparator.<Finie, LocalDate>comparing(finie -> finie.fin)
                        .reversed()));
        for (Finie finie : former) {
            Set<Atome> atomes = Atome.entiers(finie.vie.atomes);
            atomes.retainAll(land);
            if (!atomes.isEmpty()) {
                return atomes;
            }
        }
        return Set.of();
    }

    /** The land of an associated or delegated commune: what the commune of its name was, else what it is made from. */
    Collection<Atome> former(Code code, List<Mouvement> mouvements) {
        String nom = mouvements.get(0).nomApres();
        Set<Atome> land = new LinkedHashSet<>();
        for (Mouvement mouvement : mouvements) {
            Code from = mouvement.avant();
            boolean itself = from.code().equals(code.code());
            if (itself && (from.isCommune() || lives(from))) {
                return atomes(from, mouvement.nomAvant());
            }
            if (from.isCommune() || lives(from)) {
                land.addAll(atomes(from, mouvement.nomAvant()));
            }
        }
        return finies.getOrDefault(new Code(Code.COMMUNE, code.code()), List.of()).stream()
                .filter(finie -> Objects.equals(finie.vie.nom, nom))
                .reduce((earlier, later) -> later)
                .map(finie -> (Collection<Atome>) finie.vie.atomes)
                .orElseGet(() -> restoredElse(land, code, nom));
    }

    private Collection<Atome> restoredElse(Set<Atome> land, Code code, String nom) {
        Set<Atome> commune = restored(new Code(Code.COMMUNE, code.code()), nom, land);
        return commune.isEmpty() ? land : commune;
    }

    List<Vie> vies() {
        List<Vie> vies = new ArrayList<>();
        finies.forEach((code, lives) -> lives.forEach(finie -> {
            if (finie.vie.debut.isBefore(finie.fin)) {
                vies.add(vie(code, finie.vie, finie.fin, finie.evenement));
            }
        }));
        ouvertes.forEach((code, vie) -> vies.add(vie(code, vie, Vie.OUVERTE, null)));
        vies.sort(Comparator.comparing(Vie::code).thenComparing(Vie::type).thenComparing(Vie::debut));
        return vies;
    }

    private static Vie vie(Code code, Ouverte vie, LocalDate fin, String evenement) {
        return new Vie(
                code.type(), code.code(), vie.nom, vie.debut, fin, vie.evenement, evenement, Atome.noms(vie.atomes));
    }
}

package fr.maillage.silver.passage;

import fr.maillage.silver.passage.Mouvement.Code;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who gets which land when communes merge, split or change their codes.
 *
 * <p>A commune that goes to one place brings all it has. Of one that is split, a commune that bore its code once gets back
 * what it was then, which is what INSEE calls a re-establishment. Land that nobody claims so is cut: no movement says
 * where.
 */
final class Partage {

    private final Registre registre;
    private final Map<Code, String> noms = new HashMap<>();
    private final Map<Code, Collection<Atome>> parts = new HashMap<>();

    private Partage(Registre registre) {
        this.registre = registre;
    }

    /** The land of each commune after movements that happen together; what lives before them is still as it was. */
    static Map<Code, Collection<Atome>> of(List<Mouvement> evenement, Registre registre) {
        Partage partage = new Partage(registre);
        Map<Code, Set<Code>> destinations = new TreeMap<>();
        for (Mouvement mouvement : evenement) {
            if (mouvement.isBetweenCommunes()) {
                registre.atomes(mouvement.avant(), mouvement.nomAvant());
                partage.noms.put(mouvement.apres(), mouvement.nomApres());
                destinations
                        .computeIfAbsent(mouvement.avant(), code -> new TreeSet<>())
                        .add(mouvement.apres());
            }
        }
        destinations.forEach(partage::give);
        return partage.parts;
    }

    private void give(Code commune, Set<Code> destinations) {
        Set<Atome> land = new LinkedHashSet<>(registre.atomes(commune, null));
        Map<Code, Set<Atome>> claims = claims(commune, destinations, land);
        claims.values().forEach(land::removeAll);
        Set<Code> others = new TreeSet<>(destinations);
        others.removeAll(claims.keySet());
        claims.forEach(this::add);
        if (others.size() == 1) {
            add(others.iterator().next(), land);
        } else {
            cut(land, others.isEmpty() ? destinations : others);
        }
    }

    /** What is given back; nothing when nothing would be left for the others. */
    private Map<Code, Set<Atome>> claims(Code commune, Set<Code> destinations, Set<Atome> land) {
        Map<Code, Set<Atome>> claims = new LinkedHashMap<>();
        Set<Atome> left = new LinkedHashSet<>(land);
        for (Code destination : destinations) {
            if (!destination.equals(commune) && !registre.lives(destination)) {
                Set<Atome> claim = registre.restored(destination, noms.get(destination), left);
                if (!claim.isEmpty()) {
                    claims.put(destination, claim);
                    left.removeAll(claim);
                }
            }
        }
        boolean othersHaveNothing = left.isEmpty() && claims.size() < destinations.size();
        return othersHaveNothing || destinations.size() == 1 ? Map.of() : claims;
    }

    private void cut(Set<Atome> land, Set<Code> destinations) {
        for (Atome atome : land) {
            for (Code destination : destinations) {
                add(destination, Set.of(atome.piece(destination.code())));
            }
        }
    }

    private void add(Code commune, Collection<Atome> land) {
        parts.computeIfAbsent(commune, one -> new LinkedHashSet<>()).addAll(land);
    }
}

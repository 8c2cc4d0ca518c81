package fr.maillage.silver.localisation;

import fr.maillage.geo.CrsParDepartement;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Communes of one vintage by code and by name, their delegated and associated communes and arrondissements included.
 *
 * <p>Those lead to the commune they are part of. So does the code of a commune that has since become one of them.
 */
final class Annuaire implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Routing lines are cut at 26 characters: a long name that is the start of one name alone is taken for it. */
    private static final int LONG_NAME = 16;

    private final int millesime;
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> communes = new TreeSet<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, TreeMap<String, Set<String>>> byDepartement = new HashMap<>();

    Annuaire(int millesime) {
        this.millesime = millesime;
    }

    /** Year of the code officiel géographique in which the codes it gives are to be read. */
    int millesime() {
        return millesime;
    }

    Annuaire commune(String code, String... names) {
        communes.add(code);
        return names(code, names);
    }

    /** A part of a commune; a part that bears the code of the whole stays the whole. */
    Annuaire part(String code, String commune, String... names) {
        parents.put(code, commune);
        return names(commune, names);
    }

    private Annuaire names(String commune, String... names) {
        for (String name : names) {
            String key = NomDeCommune.key(name);
            if (!key.isEmpty()) {
                byName.computeIfAbsent(key, k -> new TreeSet<>()).add(commune);
                byDepartement
                        .computeIfAbsent(CrsParDepartement.ofCommune(commune), k -> new TreeMap<>())
                        .computeIfAbsent(key, k -> new TreeSet<>())
                        .add(commune);
            }
        }
        return this;
    }

    /** Whether the code is a commune of the vintage. */
    boolean knows(String code) {
        return communes.contains(code);
    }

    /** The commune of the vintage that a code of any vintage leads to; the code itself when none is known. */
    String current(String code) {
        return code == null || communes.contains(code) ? code : parents.getOrDefault(code, code);
    }

    /** Communes of these départements that bear the name, or start with it when it is long. */
    Set<String> find(List<String> departements, String ville) {
        String key = NomDeCommune.key(ville);
        Set<String> found = new TreeSet<>();
        for (String departement : departements) {
            TreeMap<String, Set<String>> names = byDepartement.getOrDefault(departement, new TreeMap<>());
            found.addAll(names.getOrDefault(key, Set.of()));
            if (found.isEmpty() && key.length() >= LONG_NAME) {
                names.subMap(key, key + Character.MAX_VALUE).values().forEach(found::addAll);
            }
        }
        return found;
    }

    /** Communes of the whole country that bear the name. */
    Set<String> findAnywhere(String ville) {
        return byName.getOrDefault(NomDeCommune.key(ville), Set.of());
    }
}

package fr.maillage.silver.localisation;

import fr.maillage.geo.CrsParDepartement;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Communes of one vintage by code and by name, their delegated and associated communes and arrondissements included.
 *
 * <p>Those lead to the commune they are part of. So does the code of a commune that has since become one of them. Names
 * are kept in sorted arrays, which travel to Spark's tasks quickly.
 */
final class Annuaire implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Routing lines are cut at 26 characters: a long name that is the start of others is taken for theirs. */
    private static final int LONG_NAME = 16;

    /** Collects communes and names. */
    static final class Builder {

        private final Map<String, String> parents = new HashMap<>();
        private final Set<String> communes = new TreeSet<>();
        private final TreeMap<String, Set<String>> names = new TreeMap<>();

        Builder commune(String code, String... written) {
            communes.add(code);
            return names(code, written);
        }

        /** A part of a commune; a part that bears the code of the whole stays the whole. */
        Builder part(String code, String commune, String... written) {
            parents.put(code, commune);
            return names(commune, written);
        }

        private Builder names(String commune, String... written) {
            for (String name : written) {
                String key = NomDeCommune.key(name);
                if (!key.isEmpty()) {
                    add(entry(CrsParDepartement.ofCommune(commune), key), commune);
                    add(entry("", key), commune);
                }
            }
            return this;
        }

        private void add(String entry, String commune) {
            names.computeIfAbsent(entry, k -> new TreeSet<>()).add(commune);
        }

        Annuaire build(int millesime) {
            return new Annuaire(millesime, parents, communes.toArray(String[]::new), names);
        }
    }

    private final int millesime;
    private final Map<String, String> parents;
    private final String[] communes;
    private final String[] entries;
    private final String[][] found;

    private Annuaire(
            int millesime, Map<String, String> parents, String[] communes, TreeMap<String, Set<String>> names) {
        this.millesime = millesime;
        this.parents = parents;
        this.communes = communes;
        this.entries = names.keySet().toArray(String[]::new);
        this.found = names.values().stream()
                .map(codes -> codes.toArray(String[]::new))
                .toArray(String[][]::new);
    }

    /** Year of the code officiel géographique in which the codes it gives are to be read. */
    int millesime() {
        return millesime;
    }

    /** Whether the code is a commune of the vintage. */
    boolean knows(String code) {
        return Arrays.binarySearch(communes, code) >= 0;
    }

    /** The commune of the vintage that a code of any vintage leads to; the code itself when none is known. */
    String current(String code) {
        return code == null || knows(code) ? code : parents.getOrDefault(code, code);
    }

    /** Communes of these départements that bear the name, or whose name starts with it when it is long. */
    Set<String> find(List<String> departements, String ville) {
        String key = NomDeCommune.key(ville);
        Set<String> communesFound = new TreeSet<>();
        for (String departement : departements) {
            find(entry(departement, key), key.length() >= LONG_NAME, communesFound);
        }
        return communesFound;
    }

    /** Communes of the whole country that bear the name. */
    Set<String> findAnywhere(String ville) {
        Set<String> communesFound = new TreeSet<>();
        find(entry("", NomDeCommune.key(ville)), false, communesFound);
        return communesFound;
    }

    private void find(String entry, boolean longer, Set<String> communesFound) {
        int at = Arrays.binarySearch(entries, entry);
        if (at >= 0) {
            communesFound.addAll(Arrays.asList(found[at]));
            return;
        }
        for (int i = -at - 1; longer && i < entries.length && entries[i].startsWith(entry); i++) {
            communesFound.addAll(Arrays.asList(found[i]));
        }
    }

    private static String entry(String departement, String key) {
        return departement + ":" + key;
    }
}

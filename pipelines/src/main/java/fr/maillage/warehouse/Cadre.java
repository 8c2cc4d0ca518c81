package fr.maillage.warehouse;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the world is looked at: the values of parameters in which a look differs from the base.
 *
 * <p>The base looks at today, with everything known, in the geography of today. Another cadre is laid over it: tables
 * that its values reach are computed anew by the same engine, the others are the base's.
 *
 * @param parametres values by name
 */
public record Cadre(Map<String, String> parametres) {

    /** Today, with everything known. */
    public static final Cadre BASE = new Cadre(Map.of());

    public Cadre {
        parametres = Map.copyOf(parametres);
    }

    /**
     * A look at another day.
     *
     * @param asOf what was true on this day; null for the newest state
     * @param knownAt as it was known on this day; null for everything known
     * @param geography year of the code officiel géographique; null for the newest
     */
    public static Cadre of(LocalDate asOf, LocalDate knownAt, Integer geography) {
        Map<String, String> values = new TreeMap<>();
        if (asOf != null) {
            values.put("etat", asOf.toString());
        }
        if (knownAt != null) {
            values.put("connu", knownAt.toString());
        }
        if (geography != null) {
            values.put("geographie", geography.toString());
        }
        return new Cadre(values);
    }

    public boolean isBase() {
        return parametres.isEmpty();
    }

    /** The values in the order of their names, fit for a file name: {@code etat-2024-01-01}. */
    public String name() {
        StringBuilder name = new StringBuilder();
        new TreeMap<>(parametres).forEach((key, value) -> name.append(name.isEmpty() ? "" : "_")
                .append(key)
                .append('-')
                .append(value.replaceAll("[^A-Za-z0-9.-]", "")));
        return name.toString();
    }

    /** As a person asks for it on the command line. */
    public String options() {
        StringBuilder options = new StringBuilder();
        Map<String, String> flags = Map.of("etat", "--as-of", "connu", "--known-at", "geographie", "--geography");
        new TreeMap<>(parametres).forEach((key, value) -> options.append(options.isEmpty() ? "" : " ")
                .append(flags.getOrDefault(key, "--set " + key + "="))
                .append(flags.containsKey(key) ? " " : "")
                .append(value));
        return options.toString();
    }

    /** The values of the base with those of this cadre over them. */
    public Map<String, String> over(Map<String, String> base) {
        Map<String, String> all = new TreeMap<>(base);
        all.putAll(parametres);
        return all;
    }
}

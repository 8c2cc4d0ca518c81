package fr.maillage.silver.age;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ages from a first to a last, both included.
 *
 * @param fin null when there is no last age
 */
public record Tranche(int debut, Integer fin) implements Serializable, Comparable<Tranche> {

    /** The last single age that is counted, which stands for all after it. */
    public static final int DERNIER_AGE = 100;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|(\\+))");

    /** A band as written: {@code 0-14} or {@code 75+}. */
    static Optional<Tranche> of(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int debut = Integer.parseInt(matcher.group(1));
        Integer fin = matcher.group(3) == null ? Integer.valueOf(matcher.group(2)) : null;
        boolean usable = debut <= DERNIER_AGE && (fin == null || (fin >= debut && fin < DERNIER_AGE));
        return usable ? Optional.of(new Tranche(debut, fin)) : Optional.empty();
    }

    /** The first age after it. */
    public int suivant() {
        return fin == null ? DERNIER_AGE + 1 : fin + 1;
    }

    /** Whether it holds all the ages of another. */
    public boolean contient(Tranche other) {
        return debut <= other.debut && other.suivant() <= suivant();
    }

    @Override
    public int compareTo(Tranche other) {
        return debut == other.debut ? Integer.compare(suivant(), other.suivant()) : Integer.compare(debut, other.debut);
    }

    @Override
    public String toString() {
        return fin == null ? debut + "+" : debut + "-" + fin;
    }
}

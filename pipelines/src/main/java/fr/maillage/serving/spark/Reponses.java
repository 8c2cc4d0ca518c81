package fr.maillage.serving.spark;

import fr.maillage.geo.Localisateur;
import java.io.Serializable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * An index, and what is answered for each of its territories: its own code, or that of the zone it lies in.
 *
 * @param codes by ordinal; null where the territory lies in no zone
 */
record Reponses(Localisateur index, String[] codes) implements Serializable {

    private static final long serialVersionUID = 1L;

    static Reponses of(Localisateur index, IntFunction<String> code) {
        return new Reponses(
                index, IntStream.range(0, index.size()).mapToObj(code).toArray(String[]::new));
    }
}

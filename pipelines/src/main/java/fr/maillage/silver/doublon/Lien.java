package fr.maillage.silver.doublon;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * Two establishments that may be one.
 *
 * @param premier the smaller FINESS number
 * @param champs the fields that agree
 * @param reponse what a person said last: oui, non, or null
 */
record Lien(String premier, String second, double score, List<String> champs, String reponse) implements Serializable {

    /** A person's yes first, then the best score; numbers make the order total. */
    static final Comparator<Lien> ORDRE = Comparator.comparing((Lien lien) -> !lien.isConfirmed())
            .thenComparing(Comparator.comparingDouble(Lien::score).reversed())
            .thenComparing(Lien::premier)
            .thenComparing(Lien::second);

    boolean isConfirmed() {
        return "oui".equals(reponse);
    }

    boolean isDenied() {
        return "non".equals(reponse);
    }
}

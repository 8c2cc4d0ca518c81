package fr.maillage.silver.passage;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A period in which a code stood for one and the same territory under one name.
 *
 * @param type COM, COMA (associated), COMD (delegated) or ARM (arrondissement municipal)
 * @param debut first day; {@link #ORIGINE} for what the movements do not see begin
 * @param fin first day on which it is no more; {@link #OUVERTE} for what still lives
 * @param evenementDebut what began it, null when it was there from the origin
 * @param evenementFin what ended it, null when it lives
 * @param atomes the pieces of territory it was made of, in order
 */
public record Vie(
        String type,
        String code,
        String nom,
        LocalDate debut,
        LocalDate fin,
        String evenementDebut,
        String evenementFin,
        List<String> atomes)
        implements Serializable {

    /** Where the movements of INSEE begin. */
    public static final LocalDate ORIGINE = LocalDate.of(1943, 1, 1);

    /** What has not ended. */
    public static final LocalDate OUVERTE = LocalDate.of(9999, 12, 31);

    boolean isCommune() {
        return type.equals(Mouvement.Code.COMMUNE);
    }

    boolean holds(LocalDate day) {
        return !debut.isAfter(day) && fin.isAfter(day);
    }

    /** The same territory from the start of this one to the end of the next, whatever its name. */
    Vie until(LocalDate end) {
        return new Vie(type, code, nom, debut, end, evenementDebut, evenementFin, atomes);
    }
}

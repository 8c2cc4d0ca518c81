package fr.maillage.serving.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of gold.changement, with the labels of its values.
 *
 * @param equipement discipline, type of activity and clientele; empty for another kind of thing
 * @param ancienLibelle name of the former manager or category; null for another field
 * @param effet day from which it has effect; null when unknown
 * @param avant day of the former release
 */
public record Difference(
        String objet,
        String numero,
        String equipement,
        String nom,
        String champ,
        String ancienne,
        String ancienLibelle,
        String nouvelle,
        String nouveauLibelle,
        String nature,
        String realite,
        LocalDate effet,
        LocalDate avant,
        LocalDate jour,
        String source) {

    /** @param row the columns that {@link ChangesQuery} selects, in its order */
    static Difference of(List<Object> row) {
        return new Difference(
                text(row, 0),
                text(row, 1),
                Stream.of(text(row, 2), text(row, 3), text(row, 4))
                        .filter(code -> code != null)
                        .collect(Collectors.joining("/")),
                text(row, 5),
                text(row, 6),
                text(row, 7),
                text(row, 8),
                text(row, 9),
                text(row, 10),
                text(row, 11),
                text(row, 12),
                (LocalDate) row.get(13),
                (LocalDate) row.get(14),
                (LocalDate) row.get(15),
                text(row, 16));
    }

    /** What makes one sentence of several fields. */
    String phrase() {
        return String.join("|", objet, numero, equipement, jour.toString(), nature, realite);
    }

    private static String text(List<Object> row, int place) {
        return row.get(place) == null ? null : row.get(place).toString();
    }
}

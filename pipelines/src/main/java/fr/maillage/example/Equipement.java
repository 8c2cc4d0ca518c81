package fr.maillage.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code equipements.csv}: what establishments of a category offer, to whom, with how many places.
 *
 * @param part share of the establishments of the category that have it, in percent
 * @param places usual number of places; 0 where places are not counted
 * @param ecart how far the number goes from the usual one
 * @param habilite share of the places open to social assistance, in percent
 */
record Equipement(
        Map<String, String> codes, String categorie, int part, int places, int ecart, int habilite, int numero) {

    static List<Equipement> all() {
        List<Map<String, String>> rows = Ressource.rows("equipements.csv");
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(i -> of(rows.get(i), i))
                .toList();
    }

    private static Equipement of(Map<String, String> row, int numero) {
        return new Equipement(
                row,
                row.get("categorie"),
                number(row.get("part")),
                number(row.get("places")),
                number(row.get("ecart")),
                number(row.get("habilite")),
                numero);
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    boolean isOf(Etablissement e) {
        return e.categorie().equals(categorie) && spread(e, 100) < part;
    }

    /** Places authorised in a release: one establishment in nine was enlarged between the two. */
    int autorisees(Etablissement e, LocalDate release) {
        boolean enlarged = spread(e, 9) == 0 && release.equals(Exemple.SECONDE_DIFFUSION);
        int usual = places + (ecart == 0 ? 0 : spread(e, 2 * ecart + 1) - ecart);
        return usual + (enlarged ? 2 + ecart / 4 : 0);
    }

    /** Places installed: one establishment in seven has not opened all of them yet. */
    int installees(Etablissement e, LocalDate release) {
        int autorisees = autorisees(e, release);
        return spread(e, 7) == 0 ? Math.max(1, autorisees - 1 - ecart / 5) : autorisees;
    }

    /** A number from 0 that looks drawn and is the same every time. */
    private int spread(Etablissement e, int below) {
        return Math.floorMod(
                Integer.rotateLeft((e.rang() + 1) * 0x9E3779B1 + numero * 0x85EBCA6B, 13) * 0xC2B2AE35, below);
    }
}

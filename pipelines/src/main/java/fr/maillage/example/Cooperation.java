package fr.maillage.example;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One line of {@code cooperations.csv}: an invented cooperation and where its members are taken from.
 *
 * @param dateFin null while it lives
 * @param epci where members are; the first one holds its seat
 * @param categories categories of its members
 * @param membres how many establishments or managers of the register are members
 * @param autres members outside the register, and cooperations
 * @param registre category (three digits) or legal status (two) under which the register knows it; empty otherwise
 */
record Cooperation(
        String identifiant,
        String nom,
        String formeJuridique,
        LocalDate dateDebut,
        LocalDate dateFin,
        List<String> objets,
        List<Epci> epci,
        List<String> categories,
        int membres,
        List<String> autres,
        String registre) {

    static List<Cooperation> all(List<Epci> epci) {
        return Ressource.rows("cooperations.csv").stream()
                .map(row -> new Cooperation(
                        row.get("identifiant"),
                        row.get("nom"),
                        row.get("forme_juridique"),
                        LocalDate.parse(row.get("date_debut")),
                        row.get("date_fin").isEmpty() ? null : LocalDate.parse(row.get("date_fin")),
                        list(row.get("objets")),
                        list(row.get("epci")).stream()
                                .map(nom -> named(epci, nom))
                                .toList(),
                        list(row.get("categories")),
                        Integer.parseInt(row.get("membres")),
                        list(row.get("autres")),
                        row.get("registre")))
                .toList();
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(","));
    }

    private static Epci named(List<Epci> epci, String nom) {
        return epci.stream().filter(e -> e.nom().equals(nom)).findFirst().orElseThrow();
    }
}

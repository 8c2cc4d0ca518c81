package fr.maillage.experience;

import java.util.List;
import java.util.Map;

/**
 * A case of cooperation told by the sources, with all that is told of it.
 *
 * @param fiche its line of {@code experiences/experience}
 * @param faits its lines of {@code experiences/fait}, and so on
 */
public record Cas(
        Map<String, String> fiche,
        List<Map<String, String>> faits,
        List<Map<String, String>> lecons,
        List<Map<String, String>> etiquettes,
        List<Map<String, String>> liens) {

    public String code() {
        return fiche.get("code_experience");
    }

    /** A column of its line; empty when the source tells nothing. */
    public String dit(String column) {
        return fiche.get(column);
    }

    boolean porte(String etiquette) {
        return etiquettes.stream().anyMatch(row -> row.get("code_etiquette").equals(etiquette));
    }

    /** Where a row was read, as {@code L123-130}. */
    static String lignes(Map<String, String> row) {
        String first = row.get("ligne_debut");
        String last = row.get("ligne_fin");
        return "L" + (first.equals(last) ? first : first + "-" + last);
    }
}

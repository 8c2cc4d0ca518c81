package fr.maillage.experience;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts and lessons as short sentences, the same on the terminal and on the page. */
final class Phrases {

    /** Qualifiers that the words of the value say already. */
    private static final List<String> SAID = List.of("exact", "fourchette", "");

    private Phrases() {}

    /** As in "SMS — ETP en parcours : 18,40 ETP (2010, Une structure)". */
    static String fait(Map<String, String> row, Libelles libelles) {
        String colon = libelles.mot(" : ", ": ");
        return row.get("sujet") + " — " + row.get("libelle") + colon + valeur(row, libelles) + details(row, libelles);
    }

    /** The lesson, and of a gain for whom and how it is known. */
    static String lecon(Map<String, String> row, Libelles libelles) {
        return row.get("texte_lecon")
                + parenthesis(Stream.of(
                        libelles.of("dimension_gain", row.get("dimension_gain")),
                        libelles.of("niveau_preuve", row.get("niveau_preuve")),
                        row.get("est_recopiee").equals("true")
                                ? libelles.mot("recopié dans la source", "copied in the source")
                                : ""));
    }

    private static String valeur(Map<String, String> row, Libelles libelles) {
        String qualifier = row.get("qualificatif_valeur");
        String before = SAID.contains(qualifier) ? "" : libelles.of("qualificatif_valeur", qualifier) + " ";
        String unit = row.get("unite_valeur");
        return before + row.get("valeur_dite") + (unit.isEmpty() || unit.equals("date") ? "" : " " + unit);
    }

    private static String details(Map<String, String> row, Libelles libelles) {
        String period = row.get("periode_dite");
        return parenthesis(Stream.of(
                period.equals(row.get("valeur_dite")) ? "" : period,
                libelles.of("perimetre_valeur", row.get("perimetre_valeur")),
                libelles.of("defaut_source", row.get("code_defaut"))));
    }

    private static String parenthesis(Stream<String> words) {
        String joined = words.filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : " (" + joined + ")";
    }
}

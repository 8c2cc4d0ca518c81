package fr.maillage.atlas.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of a sheet as the page draws them: pairs, a list or a table; nobody's address or telephone in any. */
record Blocs(CooperationsMots mots) {

    Map<String, Object> bloc(String kind, String titre, List<String> heads, List<List<String>> lines) {
        return Map.of("genre", kind, "titre", titre, "tetes", heads, "lignes", lines);
    }

    /** A table whose title and heads are words of the page. */
    Map<String, Object> table(String titre, List<String> heads, List<List<String>> lines) {
        return bloc(
                "table",
                mots.mot(titre),
                heads.stream().map(head -> mots.mot("tete." + head)).toList(),
                lines);
    }

    /** Cells that anybody may read. */
    List<String> cells(String... texts) {
        List<String> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(text == null ? "" : Coordonnees.remove(text, mots.mot("coordonnees")));
        }
        return cells;
    }
}

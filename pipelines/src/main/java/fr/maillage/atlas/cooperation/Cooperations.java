package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.TableContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page of cooperations shows, as the tables say it: rows by column name, nulls left out, days as text.
 *
 * @param jour day of the newest data, null when nothing is known
 * @param total cooperations known; {@code lignes} may hold fewer
 * @param lignes one per cooperation: those that people declared first, then those with something to tell
 * @param dossiers what is told of a cooperation, by its code; most of those found in a registry have none
 * @param frise numbers of cooperations by legal form, year of start and year of end
 * @param noms names of organisations, by their codes
 * @param coupes tables of which only the beginning is shown
 */
public record Cooperations(
        String jour,
        long total,
        List<Map<String, Object>> lignes,
        Map<String, Dossier> dossiers,
        List<Map<String, Object>> frise,
        Map<String, String> noms,
        List<TableContract> coupes) {

    public static final Cooperations NONE =
            new Cooperations(null, 0, List.of(), Map.of(), List.of(), Map.of(), List.of());

    /** Names of those that have one, by their codes. */
    public Map<String, String> parCode() {
        Map<String, String> noms = new HashMap<>();
        lignes.stream()
                .filter(ligne -> ligne.containsKey(NOM))
                .forEach(ligne -> noms.put(Lignes.text(ligne, CODE_COOPERATION), Lignes.text(ligne, NOM)));
        return noms;
    }

    /** What is told of one cooperation: rows of each table, in the order they are shown. */
    public record Dossier(
            List<Map<String, Object>> faits,
            List<Map<String, Object>> membres,
            List<Map<String, Object>> notes,
            List<Map<String, Object>> etapes,
            List<Map<String, Object>> points,
            List<Map<String, Object>> reseau,
            List<Map<String, Object>> doubles) {}
}

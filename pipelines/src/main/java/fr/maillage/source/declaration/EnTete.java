package fr.maillage.source.declaration;

import fr.maillage.source.BrokenFile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The header of an upload: where each column of the template stands in it.
 *
 * <p>Accents, capitals and spaces do not count ({@code Forme juridique} is {@code forme_juridique}), nor does the order
 * of the columns. A header is of a template when it has most of its columns, so that the one that lacks is named.
 */
final class EnTete {

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("declarant", "membre"),
            Map.entry("date_de_debut", "date_debut"),
            Map.entry("date_de_fin", "date_fin"),
            Map.entry("code_commune", "commune"),
            Map.entry("nb_heures", "heures"),
            Map.entry("nb_personnes", "personnes"),
            Map.entry("nb_etp", "etp"),
            Map.entry("entity", "entite"),
            Map.entry("field", "champ"),
            Map.entry("value", "valeur"),
            Map.entry("author", "auteur"),
            Map.entry("reason", "raison"),
            Map.entry("status", "statut"));
    /** A register has dozens of columns; a person adds a few. */
    private static final int FOREIGN_COLUMNS = 6;

    private final Gabarit gabarit;
    private final char separator;
    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    private EnTete(Gabarit gabarit, char separator, List<String> cells) {
        this.gabarit = gabarit;
        this.separator = separator;
        this.width = cells.size();
        for (int i = 0; i < cells.size(); i++) {
            places.putIfAbsent(cells.get(i), i);
        }
    }

    /** The header of this template in the line, under the separator that suits it best. */
    static EnTete of(Gabarit gabarit, String line) {
        EnTete best = new EnTete(gabarit, ';', cells(line, ';'));
        for (char separator : new char[] {',', '\t'}) {
            EnTete other = new EnTete(gabarit, separator, cells(line, separator));
            best = other.missing().size() < best.missing().size() ? other : best;
        }
        return best;
    }

    /** Whether the line is the header of such a file, even if a column lacks. */
    boolean recognised() {
        int known = gabarit.columns().size() - missing().size();
        int foreign = width
                - known
                - (int) gabarit.optional().stream().filter(places::containsKey).count();
        return known >= Math.ceil(0.7 * gabarit.columns().size()) && foreign <= FOREIGN_COLUMNS;
    }

    List<String> missing() {
        return gabarit.columns().stream()
                .filter(column -> !places.containsKey(column))
                .toList();
    }

    /** @throws BrokenFile naming the columns that lack */
    void check() {
        if (!missing().isEmpty()) {
            throw new BrokenFile("colonne absente : " + String.join(", ", missing()) + " (colonnes attendues : "
                    + String.join(";", gabarit.columns()) + ")");
        }
    }

    char separator() {
        return separator;
    }

    int width() {
        return width;
    }

    /** The cell of a column; null when it is empty or the file has no such column. */
    String cell(String[] cells, String column) {
        Integer at = places.get(column);
        if (at == null || at >= cells.length || cells[at] == null || cells[at].isBlank()) {
            return null;
        }
        return cells[at];
    }

    boolean has(String column) {
        return places.containsKey(column);
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        Arrays.stream(line.split(String.valueOf(separator), -1)).forEach(cell -> cells.add(name(cell)));
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static String name(String cell) {
        String plain = Normalizer.normalize(cell.replace("\"", "").strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return OTHER_NAMES.getOrDefault(plain, plain);
    }
}

package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sections of the etalab files: the first word of their lines, their bronze table and their widths. */
enum EtalabSection {
    /** Until 2020 the last field, numuai, was missing. */
    STRUCTUREET("structureet", Bronze.FINESS_STRUCTUREET, 30, 31),
    STRUCTUREEJ("structureej", Bronze.FINESS_STRUCTUREEJ, 22, 22),
    GEOLOCALISATION("geolocalisation", Bronze.FINESS_GEOLOCALISATION, 5, 5);

    private final String token;
    private final TableContract table;
    private final int narrowest;
    private final int widest;

    EtalabSection(String token, TableContract table, int narrowest, int widest) {
        this.token = token;
        this.table = table;
        this.narrowest = narrowest;
        this.widest = widest;
    }

    TableContract table() {
        return table;
    }

    /** The section a line belongs to. */
    static Optional<EtalabSection> of(String line) {
        int end = line.indexOf(';');
        String word = end < 0 ? line : line.substring(0, end);
        return Arrays.stream(values())
                .filter(section -> section.token.equals(word))
                .findFirst();
    }

    /**
     * The fields after the token, empty when the line has another width than the section.
     *
     * <p>Quotes stand in names without a meaning, so that every semicolon separates, unless only a reading with
     * quoted fields gives the right width. One semicolon too many at the end is tolerated.
     */
    Optional<String[]> fields(String line) {
        return fitting(line.split(";", -1)).or(() -> line.indexOf('"') < 0 ? Optional.empty() : fitting(quoted(line)));
    }

    private Optional<String[]> fitting(String[] cells) {
        int width = cells.length - 1;
        if (width == widest + 1 && cells[width].isBlank()) {
            width--;
        }
        return width < narrowest || width > widest
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(cells, 1, width + 1));
    }

    private static String[] quoted(String line) {
        List<String> cells = new ArrayList<>();
        boolean inside = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                inside = !inside;
            } else if (line.charAt(i) == ';' && !inside) {
                cells.add(line.substring(from, i));
                from = i + 1;
            }
        }
        cells.add(line.substring(from));
        return cells.toArray(String[]::new);
    }
}

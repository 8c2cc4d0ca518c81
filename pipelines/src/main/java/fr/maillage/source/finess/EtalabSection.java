package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.ByteLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sections of the etalab files: the first word of their lines, their bronze table, widths and FINESS numbers. */
enum EtalabSection {
    /** Until 2020 the last field, numuai, was missing. */
    STRUCTUREET("structureet", Bronze.FINESS_STRUCTUREET, 30, 31, 0),
    STRUCTUREEJ("structureej", Bronze.FINESS_STRUCTUREEJ, 22, 22, 0),
    GEOLOCALISATION("geolocalisation", Bronze.FINESS_GEOLOCALISATION, 5, 5, 0),
    EQUIPEMENTSOCIAL("equipementsocial", Bronze.FINESS_EQUIPEMENTSOCIAL, 27, 27, 0),
    ACTIVITEOFFRESOIN("activiteoffresoin", Bronze.FINESS_ACTIVITEOFFRESOIN, 20, 20, 0, 10),
    EQUIPMATERIELLOURD("equipmateriellourd", Bronze.FINESS_EQUIPMATERIELLOURD, 10, 10, 0, 8),
    DISCIPLINEENSEIGNEE("disciplineenseignee", Bronze.FINESS_DISCIPLINEENSEIGNEE, 11, 11, 0, 2);

    private static final Pattern NUMERO = Pattern.compile("\"?[0-9][0-9A-Z][0-9]{7}\"?");

    private final String token;
    private final TableContract table;
    private final int narrowest;
    private final int widest;
    private final int[] numeros;

    EtalabSection(String token, TableContract table, int narrowest, int widest, int... numeros) {
        this.token = token;
        this.table = table;
        this.narrowest = narrowest;
        this.widest = widest;
        this.numeros = numeros;
    }

    TableContract table() {
        return table;
    }

    /** How many fields its lines have at most. */
    int width() {
        return widest;
    }

    /** Whether the line starts with the word of this section. */
    boolean names(String line) {
        return line.startsWith(token) && (line.length() == token.length() || line.charAt(token.length()) == ';');
    }

    /** The same of a line that is not decoded yet: the words are the same bytes in every encoding of these files. */
    boolean names(ByteLines line) {
        if (line.length() <= token.length() || line.bytes()[line.offset() + token.length()] != ';') {
            return false;
        }
        for (int i = 0; i < token.length(); i++) {
            if (line.bytes()[line.offset() + i] != token.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line has the width of the section and FINESS numbers where the section has them, whatever its word. */
    boolean resembles(String line) {
        return fields(line)
                .filter(fields -> Arrays.stream(numeros)
                        .allMatch(at -> NUMERO.matcher(fields[at].strip()).matches()))
                .isPresent();
    }

    /**
     * The fields after the token, if there is a token; empty when the line has another width than the section.
     *
     * <p>Quotes stand in names without a meaning, so that every semicolon separates, unless only a reading with
     * quoted fields gives the right width. One semicolon too many at the end is tolerated.
     */
    Optional<String[]> fields(String line) {
        return fitting(line.split(";", -1)).or(() -> line.indexOf('"') < 0 ? Optional.empty() : fitting(quoted(line)));
    }

    private Optional<String[]> fitting(String[] cells) {
        int start = NUMERO.matcher(cells[0].strip()).matches() ? 0 : 1;
        int width = cells.length - start;
        if (width == widest + 1 && cells[cells.length - 1].isBlank()) {
            width--;
        }
        return width < narrowest || width > widest
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(cells, start, start + width));
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

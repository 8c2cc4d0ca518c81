package fr.maillage.source.finess;

import fr.maillage.schemas.Columns;
import fr.maillage.schemas.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes FINESS files of every old generation from rows of values, the way the register writes them. */
final class FichiersEcrits {

    private static final List<String> TEXTES = List.of(
            "FOYER L’ÉTÉ",
            "CH DE VITRY-LE-FRANÇOIS",
            "0",
            "007",
            "A & B < C > D",
            "MAS \"LES LILAS\"",
            "œuvre",
            "2019-02-31");
    private static final List<String> SPECIAL =
            List.of(Columns.ELEMENTS_INCONNUS, Columns.SECTION, Columns.NOMENCLATURE);

    private FichiersEcrits() {}

    /** Rows of the first columns of a table; a FINESS number in columns of numbers, null now and then in the others. */
    static List<String[]> rows(TableContract table, int width, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 40)
                .mapToObj(i -> table.columns().stream()
                        .limit(width)
                        .map(column -> value(column, random))
                        .toArray(String[]::new))
                .toList();
    }

    private static String value(String column, Random random) {
        if (column.startsWith("nofiness")) {
            return "2A%07d".formatted(random.nextInt(10_000_000));
        }
        if (SPECIAL.contains(column)) {
            return null;
        }
        return random.nextInt(4) == 0 ? null : TEXTES.get(random.nextInt(TEXTES.size()));
    }

    /** An etalab file: an identity line, then the rows under the word of their section. */
    static String etalab(String section, List<String[]> rows) {
        String lines =
                rows.stream().map(row -> section + ";" + cells(row, ";") + "\n").collect(Collectors.joining());
        return "finess;etalab;98;2026-03-11\n" + lines;
    }

    /** A file under a header; values with quotes stand between quotes, their own doubled. */
    static String underHeader(List<String> header, List<String[]> rows) {
        List<String> lines = new ArrayList<>(List.of(String.join(";", header)));
        for (String[] row : rows) {
            String[] quoted = new String[row.length];
            for (int i = 0; i < row.length; i++) {
                boolean quotes = row[i] != null && row[i].contains("\"");
                quoted[i] = quotes ? '"' + row[i].replace("\"", "\"\"") + '"' : row[i];
            }
            lines.add(cells(quoted, ";"));
        }
        return String.join("\n", lines) + "\n";
    }

    /** An XML flow: the header, then the rows as elements; a null is nil or missing. */
    static String flux(String element, List<String> columns, List<String[]> rows) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<fluxfiness xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
                + "  <horodatage><emetteur>finess</emetteur><datemaj>2026-03-11</datemaj></horodatage>\n");
        for (String[] row : rows) {
            xml.append("  <").append(element).append(">\n");
            for (int i = 0; i < row.length; i++) {
                if (!SPECIAL.contains(columns.get(i))) {
                    xml.append(child(columns.get(i), row[i]));
                }
            }
            xml.append("  </").append(element).append(">\n");
        }
        return xml.append("</fluxfiness>\n").toString();
    }

    private static String child(String name, String value) {
        return value == null
                ? "    <" + name + " xsi:nil=\"true\"/>\n"
                : "    <" + name + ">" + escaped(Map.of("&", "&amp;", "<", "&lt;", ">", "&gt;"), value) + "</" + name
                        + ">\n";
    }

    private static String escaped(Map<String, String> entities, String text) {
        return text.chars()
                .mapToObj(Character::toString)
                .map(c -> entities.getOrDefault(c, c))
                .collect(Collectors.joining());
    }

    private static String cells(String[] row, String separator) {
        return IntStream.range(0, row.length)
                .mapToObj(i -> row[i] == null ? "" : row[i])
                .collect(Collectors.joining(separator));
    }
}

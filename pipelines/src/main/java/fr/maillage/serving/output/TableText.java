package fr.maillage.serving.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an answer as aligned columns: numbers on the right, null as ∅, which no text is.
 *
 * <p>Long texts are cut, but in the last column. Widths come from the first thousand rows, so that an answer of any length is written while it is read.
 */
final class TableText {

    private static final int LOOKED_AT = 1_000;
    private static final int WIDEST = 80;
    private static final String NULL = "∅";
    private static final String GAP = "  ";

    private final PrintWriter out;

    TableText(PrintWriter out) {
        this.out = out;
    }

    long write(Rows rows) {
        List<List<String>> first = new ArrayList<>();
        while (first.size() < LOOKED_AT && rows.rows().hasNext()) {
            first.add(cells(rows.rows().next()));
        }
        List<String> names = rows.columns().stream().map(Rows.Column::name).toList();
        int[] widths = widths(names, first);

        line(rows.columns(), widths, names);
        line(rows.columns(), widths, rules(widths));
        first.forEach(row -> line(rows.columns(), widths, row));
        long count = first.size();
        while (rows.rows().hasNext()) {
            line(rows.columns(), widths, cells(rows.rows().next()));
            count++;
        }
        out.flush();
        return count;
    }

    private static int[] widths(List<String> names, List<List<String>> rows) {
        int[] widths = names.stream().mapToInt(TableText::width).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private static List<String> rules(int[] widths) {
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add("─".repeat(width));
        }
        return rules;
    }

    private void line(List<Rows.Column> columns, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(Math.max(0, widths[i] - width(cells.get(i))));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).number() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        out.println(line.toString().stripTrailing());
    }

    private static List<String> cells(List<Object> row) {
        List<String> cells = new ArrayList<>();
        for (Object value : row) {
            String text = text(value);
            boolean last = cells.size() == row.size() - 1;
            cells.add(
                    last || width(text) <= WIDEST
                            ? text
                            : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…");
        }
        return cells;
    }

    private static String text(Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof byte[] bytes) {
            return "<" + bytes.length + " octets>";
        }
        return Cells.text(value).replaceAll("\\R", "⏎");
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}

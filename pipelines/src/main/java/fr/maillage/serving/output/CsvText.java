package fr.maillage.serving.output;

import java.io.PrintWriter;
import java.util.List;

/** Writes an answer as CSV; a text that a spreadsheet or a parser could misread is quoted. */
final class CsvText {

    private final PrintWriter out;
    private final StringBuilder line = new StringBuilder();

    CsvText(PrintWriter out) {
        this.out = out;
    }

    long write(Rows rows) {
        line(rows.columns().stream()
                .map(Rows.Column::name)
                .map(Object.class::cast)
                .toList());
        long count = 0;
        while (rows.rows().hasNext()) {
            line(rows.rows().next());
            count++;
        }
        out.flush();
        return count;
    }

    private void line(List<Object> values) {
        line.setLength(0);
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            append(values.get(i));
        }
        out.append(line.append("\r\n"));
    }

    private void append(Object value) {
        if (value == null) {
            return;
        }
        String text = Cells.text(value);
        if (isPlain(text)) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    /** Asked of millions of cells: a loop. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return !text.isEmpty()
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1));
    }
}

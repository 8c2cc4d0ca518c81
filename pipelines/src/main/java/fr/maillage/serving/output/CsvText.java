package fr.maillage.serving.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an answer as CSV; a text that a spreadsheet or a parser could misread is quoted. */
final class CsvText {

    private final PrintWriter out;

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
        out.print(values.stream().map(CsvText::cell).collect(Collectors.joining(",")));
        out.print("\r\n");
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = Cells.text(value);
        boolean plain = !text.isEmpty()
                && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && text.strip().length() == text.length();
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

package fr.maillage.serving.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes table names, column names and, after the dot of an alias, column names again. */
final class NameCompleter implements Completer {

    private static final List<String> WORDS =
            List.of("SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "JOIN", "USING", "DESCRIBE");

    private final List<String> tables;
    private final List<String> columns;

    NameCompleter(List<String> tables, List<String> columns) {
        this.tables = tables;
        this.columns = columns;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        names(line.word().substring(0, line.wordCursor())).forEach(name -> candidates.add(new Candidate(name)));
    }

    /** The names that start with what is typed. */
    List<String> names(String typed) {
        String start = typed.toLowerCase(Locale.ROOT);
        int dot = typed.indexOf('.');
        List<String> found = Stream.of(tables, columns, WORDS)
                .flatMap(List::stream)
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
        if (!found.isEmpty() || dot < 0) {
            return found;
        }
        String alias = typed.substring(0, dot + 1);
        return columns.stream()
                .filter(name -> name.startsWith(start.substring(dot + 1)))
                .map(name -> alias + name)
                .toList();
    }
}

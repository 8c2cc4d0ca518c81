package fr.maillage.quality;

import fr.maillage.schemas.TableContract;
import fr.maillage.serving.RuleText;
import fr.maillage.source.declaration.Gabarit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The refused lines of an upload, as a file that can be corrected and sent again.
 *
 * <p>It has the columns of the template, as they were typed, and two more: {@code ligne_corrigee}, by which the corrected
 * line will replace this one and no other, and {@code motif}, which says in French why it was refused and is not read
 * back. Lines that could not be taken apart stand in comments, to be typed anew.
 */
final class FichierACorriger {

    /**
     * A refused line.
     *
     * @param cells as typed, in the order of {@link #columns}; null for a line that could not be taken apart
     * @param text the line as it stands, when it could not be taken apart
     * @param rules the rules it breaks, of silver or of reading
     */
    record Ligne(String file, long line, List<String> cells, String text, List<String> rules) {}

    private final Gabarit gabarit;
    private final TableContract silver;

    FichierACorriger(Gabarit gabarit, TableContract silver) {
        this.gabarit = gabarit;
        this.silver = silver;
    }

    /** The bronze columns a line has, in the order of the file. */
    static List<String> columns(Gabarit gabarit) {
        return headers(gabarit).map(gabarit::bronze).toList();
    }

    /** Writes the file over what it held. */
    void write(List<Ligne> lines, Path file) throws IOException {
        String text = lines.stream().map(this::line).collect(Collectors.joining("\r\n", header() + "\r\n", "\r\n"));
        Files.write(file, ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
    }

    String header() {
        return headers(gabarit).collect(Collectors.joining(";")) + ";" + Gabarit.LIGNE_CORRIGEE + ";" + Gabarit.MOTIF;
    }

    String line(Ligne line) {
        if (line.cells() == null) {
            return "# ligne " + line.line() + ", à ressaisir. " + motif(line.rules()) + " " + line.text();
        }
        List<String> cells = new ArrayList<>(line.cells());
        cells.add(line.file() + ":" + line.line());
        cells.add(motif(line.rules()));
        return cells.stream().map(FichierACorriger::quoted).collect(Collectors.joining(";"));
    }

    private static Stream<String> headers(Gabarit gabarit) {
        return Stream.concat(gabarit.columns().stream(), gabarit.optional().stream());
    }

    private String motif(List<String> rules) {
        return motif(silver, rules);
    }

    /** The sentences of the broken rules; a constraint of a column speaks only when no rule of the table does. */
    static String motif(TableContract silver, List<String> rules) {
        List<RuleText> rejecting = rules.stream()
                .map(rule -> RuleText.of(silver, rule))
                .filter(RuleText::rejects)
                .toList();
        List<RuleText> ofTheTable =
                rejecting.stream().filter(rule -> !rule.rule().contains(".")).toList();
        return (ofTheTable.isEmpty() ? rejecting : ofTheTable)
                .stream().map(rule -> rule.message(false)).distinct().collect(Collectors.joining(" "));
    }

    static String quoted(String text) {
        if (text == null) {
            return "";
        }
        boolean plain = text.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

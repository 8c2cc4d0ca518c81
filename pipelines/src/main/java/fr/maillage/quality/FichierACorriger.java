package fr.maillage.quality;

import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.warehouse.Technical;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * The refused lines of uploads, as a file that can be corrected and sent again.
 *
 * <p>It has the columns of the template, as they were typed, and two more: {@code ligne_corrigee}, by which the corrected
 * line will replace this one and no other, and {@code motif}, which says in French why it was refused and is not read
 * back.
 */
public final class FichierACorriger {

    private final Gabarit gabarit;
    private final TableContract silver;
    private final Map<String, String> reasons = new HashMap<>();

    /** @param silver the table whose rules refused the lines */
    public FichierACorriger(Gabarit gabarit, TableContract silver) {
        this.gabarit = gabarit;
        this.silver = silver;
        silver.rules().stream()
                .filter(rule -> rule.severity() == Rule.Severity.REJECT)
                .forEach(rule -> reasons.put(rule.name(), rule.message()));
    }

    /**
     * Writes the file.
     *
     * @param bronze the lines as typed, with {@link Technical#FICHIER} and {@link Technical#LIGNE}
     * @param refused the refused rows of the silver table, with {@link Technical#REGLES} as well
     * @return how many lines it has; 0 when nothing was refused, and no file is then written
     */
    public int write(List<Row> bronze, List<Row> refused, Path file) throws IOException {
        List<String> lines = lines(bronze, refused);
        if (!lines.isEmpty()) {
            String text = "\ufeff" + header() + "\r\n" + String.join("\r\n", lines) + "\r\n";
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
        return lines.size();
    }

    String header() {
        return String.join(";", columns().toList()) + ";" + Gabarit.LIGNE_CORRIGEE + ";" + Gabarit.MOTIF;
    }

    List<String> lines(List<Row> bronze, List<Row> refused) {
        Map<String, String> motifs = new HashMap<>();
        refused.forEach(row -> motifs.put(key(row), motif(row.getList(row.fieldIndex(Technical.REGLES)))));
        return bronze.stream()
                .filter(row -> motifs.containsKey(key(row)))
                .map(row -> line(row, motifs.get(key(row))))
                .toList();
    }

    private String line(Row typed, String motif) {
        List<String> cells = new ArrayList<>();
        columns().map(gabarit::bronze).forEach(column -> cells.add(quoted(typed.getAs(column))));
        cells.add(key(typed));
        cells.add(quoted(motif));
        return String.join(";", cells);
    }

    private Stream<String> columns() {
        return Stream.concat(gabarit.columns().stream(), gabarit.optional().stream());
    }

    /** The sentences of the broken rules; a constraint of a column speaks only when no rule of the table does. */
    private String motif(List<String> broken) {
        Set<String> sentences = new LinkedHashSet<>();
        broken.stream().filter(reasons::containsKey).map(reasons::get).forEach(sentences::add);
        if (sentences.isEmpty()) {
            broken.stream()
                    .filter(rule -> rule.indexOf('.') > 0)
                    .map(this::constraint)
                    .forEach(sentences::add);
        }
        return String.join(" ", sentences);
    }

    private String constraint(String rule) {
        String column = rule.substring(0, rule.indexOf('.'));
        String title = silver.find(column).map(field -> field.title()).orElse(column);
        String what = rule.endsWith(".required") ? "doit être renseigné" : "n’a pas la forme attendue";
        return title + " : " + what + ".";
    }

    private static String key(Row row) {
        return row.getAs(Technical.FICHIER) + ":" + row.getAs(Technical.LIGNE);
    }

    private static String quoted(String text) {
        if (text == null) {
            return "";
        }
        boolean plain = text.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

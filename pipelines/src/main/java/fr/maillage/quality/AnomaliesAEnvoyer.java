package fr.maillage.quality;

import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to ask of each producer: one CSV per register and département, an anomaly on each line.
 *
 * <p>As a spreadsheet of this country opens it: semicolons, UTF-8 with a byte order mark, lines ended as in a mail. A text
 * that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
public final class AnomaliesAEnvoyer {

    private AnomaliesAEnvoyer() {}

    /**
     * Writes the files into a folder, made if needed.
     *
     * @return the files written
     */
    public static List<Path> write(Warehouse warehouse, Publication publication, Path dir, boolean english)
            throws SQLException, IOException {
        Map<Path, StringBuilder> files = new TreeMap<>();
        Anomalies.of(warehouse, publication)
                .each("true", une -> files.computeIfAbsent(dir.resolve(name(une)), file -> header(english))
                        .append(line(une, english)));
        Files.createDirectories(dir);
        for (Map.Entry<Path, StringBuilder> file : files.entrySet()) {
            Whole.write(
                    file.getKey(),
                    part -> Files.write(part, file.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        }
        return List.copyOf(files.keySet());
    }

    private static String name(Anomalies.Une une) {
        String source = une.source() == null ? "source-inconnue" : une.source();
        String departement = une.departement() == null ? "sans-departement" : une.departement();
        return (source + "-" + departement).replaceAll("[^\\p{L}\\p{N}_.-]", "_") + "-anomalies.csv";
    }

    private static StringBuilder header(boolean english) {
        return new StringBuilder("\ufeff")
                .append(
                        english
                                ? "numero_finess;name;rule;severity;sentence;field;value;evidence"
                                : "numero_finess;nom;regle;gravite;phrase;champ;valeur;preuve")
                .append("\r\n");
    }

    private static String line(Anomalies.Une une, boolean english) {
        return Stream.of(
                                une.numero(),
                                une.nom(),
                                une.regle(),
                                une.gravite(),
                                une.phrase(english),
                                une.champ(),
                                une.valeur(),
                                une.preuve())
                        .map(AnomaliesAEnvoyer::cell)
                        .collect(Collectors.joining(";"))
                + "\r\n";
    }

    static String cell(String text) {
        if (text == null) {
            return "";
        }
        boolean number = text.matches("-?\\d+(?:[.,]\\d+)?");
        String safe = !number && text.matches("(?s)^[=+@\\t-].*") ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}

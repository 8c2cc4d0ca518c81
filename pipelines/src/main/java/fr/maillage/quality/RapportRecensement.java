package fr.maillage.quality;

import fr.maillage.schemas.Silver;
import fr.maillage.serving.ParquetScan;
import fr.maillage.source.declaration.Recensement;
import fr.maillage.warehouse.Technical;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was refused in a census, line by line and heading by heading, with the reason; one CSV per census. */
final class RapportRecensement {

    private static final String HEADER = "ligne;coopération;rubrique;valeur lue;motif";

    private final ParquetScan scan;
    private final Map<String, String> fileNames;

    RapportRecensement(ParquetScan scan, Map<String, String> fileNames) {
        this.scan = scan;
        this.fileNames = fileNames;
    }

    List<Path> write(Statement statement, Path dir) throws SQLException, IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, List<String>> census : lines(statement).entrySet()) {
            Path file = dir.resolve(name(census.getKey()));
            String text = HEADER + "\r\n" + String.join("\r\n", census.getValue()) + "\r\n";
            Files.write(file, ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
            written.add(file);
        }
        return written;
    }

    private Map<String, List<String>> lines(Statement statement) throws SQLException {
        Map<String, List<String>> lines = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(query())) {
            while (rows.next()) {
                lines.computeIfAbsent(rows.getString(1), file -> new ArrayList<>())
                        .add(line(rows));
            }
        }
        return lines;
    }

    private String query() {
        return "SELECT " + Technical.FICHIER + ", " + Technical.LIGNE
                + ", code_cooperation, rubrique, coalesce(code_valeur, texte_fait, CAST(nombre_fait AS VARCHAR)), "
                + Technical.REGLES + " FROM " + scan.stored(Silver.FAIT_COOPERATION) + " WHERE " + Technical.REJETE
                + " AND source = '" + Recensement.NAME + "' ORDER BY 1, 2, 4, 5";
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> rules = Arrays.stream((Object[]) row.getArray(6).getArray())
                .map(Object::toString)
                .toList();
        return String.join(
                ";",
                row.getString(2),
                FichierACorriger.quoted(row.getString(3)),
                FichierACorriger.quoted(row.getString(4)),
                FichierACorriger.quoted(row.getString(5)),
                FichierACorriger.quoted(FichierACorriger.motif(Silver.FAIT_COOPERATION, rules)));
    }

    private String name(String file) {
        String came = fileNames.getOrDefault(file, "recensement");
        String own = came.substring(Math.max(came.lastIndexOf('/'), came.lastIndexOf('\\')) + 1);
        String stem = own.replaceFirst("(?i)[.](csv|txt|xlsx)$", "").replaceAll("[^\\p{L}\\p{N}_. -]", "_");
        return stem + "-" + file.replaceAll("[^0-9a-zA-Z]", "_").substring(0, Math.min(8, file.length()))
                + "-rapport.csv";
    }
}

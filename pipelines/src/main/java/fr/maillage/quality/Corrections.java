package fr.maillage.quality;

import static java.util.stream.Collectors.joining;

import fr.maillage.quality.FichierACorriger.Ligne;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.DuckDb;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.ParquetScan;
import fr.maillage.serving.Sql;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.source.declaration.Recensement;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Gives back to those who sent them the lines that were refused, one file per upload. */
public final class Corrections {

    private static final Map<Gabarit, TableContract> TABLES = Map.ofEntries(
            Map.entry(Gabarit.COOPERATIONS, Silver.COOPERATION),
            Map.entry(Gabarit.MEMBRES, Silver.COOPERATION_MEMBRE),
            Map.entry(Gabarit.FAITS, Silver.FAIT_COOPERATION),
            Map.entry(Gabarit.EVALUATIONS, Silver.EVALUATION_REPONSE),
            Map.entry(Gabarit.ACTIVITE, Silver.ACTIVITE),
            Map.entry(Gabarit.RELAIS, Silver.RELAIS),
            Map.entry(Gabarit.CORRECTIONS, Silver.CORRECTION),
            Map.entry(Gabarit.RAPPROCHEMENTS, Silver.COOPERATION_REPONSE),
            Map.entry(Gabarit.ORGANISATIONS, Silver.ORGANISATION_DECLAREE),
            Map.entry(Gabarit.SUCCESSIONS, Silver.ORGANISATION_SUCCESSION),
            Map.entry(Gabarit.AGREMENTS, Silver.AGREMENT),
            Map.entry(Gabarit.AFFILIATIONS, Silver.AFFILIATION));

    private final ParquetScan scan;
    private final Map<String, String> fileNames;

    private Corrections(ParquetScan scan, Map<String, String> fileNames) {
        this.scan = scan;
        this.fileNames = fileNames;
    }

    /** Writes a file {@code <upload>-a-corriger.csv} for every upload that has refused lines. */
    public static List<Path> write(Warehouse warehouse, Publication publication, Path dir)
            throws SQLException, IOException {
        return new Corrections(new ParquetScan(warehouse, publication), FileNames.of(warehouse)).write(dir);
    }

    private List<Path> write(Path dir) throws SQLException, IOException {
        Files.createDirectories(dir);
        List<Path> written = new ArrayList<>();
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement()) {
            for (Gabarit gabarit : TABLES.keySet().stream().sorted().toList()) {
                for (List<Ligne> lines : refused(statement, gabarit).values()) {
                    Path file = dir.resolve(name(lines.get(0).file(), gabarit));
                    new FichierACorriger(gabarit, TABLES.get(gabarit)).write(lines, file);
                    written.add(file);
                }
            }
            written.addAll(new RapportRecensement(scan, fileNames).write(statement, dir));
        }
        return written;
    }

    /** The refused lines of every upload, by file. */
    private Map<String, List<Ligne>> refused(Statement statement, Gabarit gabarit) throws SQLException {
        int width = FichierACorriger.columns(gabarit).size();
        Map<String, List<Ligne>> refused = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(query(gabarit))) {
            while (rows.next()) {
                Ligne line = line(rows, width);
                refused.computeIfAbsent(line.file(), file -> new ArrayList<>()).add(line);
            }
        }
        return refused;
    }

    private String query(Gabarit gabarit) {
        String cells = FichierACorriger.columns(gabarit).stream()
                .map(column -> "b." + Sql.identifier(column))
                .collect(joining(", "));
        return "SELECT b." + Technical.FICHIER + ", b." + Technical.LIGNE + ", b." + Technical.REJETE + ", b."
                + Technical.TEXTE + ", list_concat(b." + Technical.REGLES + ", s." + Technical.REGLES + "), " + cells
                + " FROM " + scan.stored(gabarit.table()) + " b LEFT JOIN (FROM "
                + scan.stored(TABLES.get(gabarit)) + " WHERE " + Technical.REJETE + ") s ON s." + Technical.FICHIER
                + " = b." + Technical.FICHIER + " AND s." + Technical.LIGNE + " = b." + Technical.LIGNE + " WHERE "
                + "(b." + Technical.REJETE + " OR s." + Technical.REJETE + ")" + lineByLine(gabarit) + " ORDER BY 1, 2";
    }

    /** A census tells many facts on a line, so that its refused facts are reported, not sent back as lines. */
    private static String lineByLine(Gabarit gabarit) {
        return gabarit == Gabarit.FAITS ? " AND b." + Technical.SOURCE + " <> '" + Recensement.NAME + "'" : "";
    }

    private static Ligne line(ResultSet row, int width) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(row.getString(6 + i));
        }
        return new Ligne(
                row.getString(1),
                row.getLong(2),
                row.getBoolean(3) ? null : cells,
                row.getString(4),
                texts(row.getArray(5)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(Objects::toString)
                        .toList();
    }

    /** After the upload's own name, with its identity since two uploads may share a name. */
    private String name(String file, Gabarit gabarit) {
        String came = fileNames.getOrDefault(file, gabarit.file());
        String own = came.substring(Math.max(came.lastIndexOf('/'), came.lastIndexOf('\\')) + 1);
        String stem = own.replaceFirst("(?i)[.](csv|txt)$", "").replaceAll("[^\\p{L}\\p{N}_. -]", "_");
        return stem + "-" + file.replaceAll("[^0-9a-zA-Z]", "_").substring(0, Math.min(8, file.length()))
                + "-a-corriger.csv";
    }
}

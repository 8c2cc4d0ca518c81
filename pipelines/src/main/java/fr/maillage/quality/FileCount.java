package fr.maillage.quality;

import fr.maillage.source.Fiche;
import fr.maillage.source.Landing;
import fr.maillage.source.SourceFile;
import fr.maillage.warehouse.Part;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.TableState;
import fr.maillage.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the records of one landed file: as many came out as went in.
 *
 * @param records counted when the file landed, unreadable ones included
 * @param rows in bronze, as published
 * @param unreadable set aside in bronze, as published
 */
public record FileCount(String file, String format, long records, long rows, long unreadable) {

    public boolean balances() {
        return records == rows + unreadable;
    }

    /** One per readable part of each landed file, in the order of landing. */
    static List<FileCount> list(Warehouse warehouse, Publication publication, Map<String, String> fileNames) {
        Landing landing = new Landing(warehouse);
        Map<String, Long> records = records(landing);
        Map<String, long[]> published = published(publication);
        List<FileCount> counts = new ArrayList<>();
        for (SourceFile file : landing.files()) {
            long[] found = published.getOrDefault(file.id(), new long[2]);
            counts.add(new FileCount(
                    fileNames.getOrDefault(file.id(), file.name()),
                    file.format(),
                    records.get(file.id()),
                    found[0],
                    found[1]));
        }
        return counts;
    }

    private static Map<String, Long> records(Landing landing) {
        Map<String, Long> records = new HashMap<>();
        for (Fiche fiche : landing.fiches()) {
            for (Fiche.Piece piece : fiche.pieces()) {
                String id = new SourceFile(
                                "", piece.membre(), fiche.nom(), fiche.sha256(), piece.format(), null, fiche.rang())
                        .id();
                long read = piece.lignes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                records.put(id, read + piece.illisibles());
            }
        }
        return records;
    }

    /** Rows and unreadable records of every bronze table, by file. */
    private static Map<String, long[]> published(Publication publication) {
        Map<String, long[]> counts = new TreeMap<>();
        for (TableState table : publication.tables().values()) {
            if (table.table().startsWith("bronze/")) {
                for (Part part : table.parts()) {
                    long[] count = counts.computeIfAbsent(part.value(), file -> new long[2]);
                    count[0] += part.rows();
                    count[1] += part.rejected();
                }
            }
        }
        return counts;
    }
}

package fr.maillage.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists of invented names and of real code labels that stand beside the code. */
final class Ressource {

    private Ressource() {}

    /** The lines of {@code example/<name>}, blank ones left out. */
    static List<String> lines(String name) {
        try (InputStream in = Ressource.class.getResourceAsStream("/example/" + name)) {
            if (in == null) {
                throw new IllegalStateException("No resource example/" + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a {@code ;} file by the names of its header, in the header's order. */
    static List<Map<String, String>> rows(String name) {
        List<String> lines = lines(name);
        String[] header = lines.get(0).split(";", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}

package fr.maillage.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A closed list of {@code schemas/codes}: codes with their labels and where each comes from.
 *
 * <p>The files are UTF-8, separated by semicolons, without quotes; the first line names the columns and the first
 * column is the code. A code may stand on several lines where a list says several things of it.
 *
 * @param name as in a contract's {@code code_list: codes/<name>}
 * @param rows the lines, each by column name, in the file's order
 */
public record CodeList(String name, List<String> columns, List<Map<String, String>> rows) {

    /** Reads a list that is part of the program; one that is missing or malformed is a bug. */
    public static CodeList read(String name) {
        return readFile("/schemas/codes/" + name + ".csv");
    }

    /**
     * Reads any file of the program that has the shape of a list, by its whole path on the class path; a first column
     * that repeats is no code.
     */
    public static CodeList readFile(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replace(".csv", "");
        try (InputStream in = CodeList.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no code list " + file);
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CodeList of(String name, String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> columns = cells(lines.get(0));
        List<Map<String, String>> rows =
                lines.stream().skip(1).map(line -> row(name, columns, line)).toList();
        return new CodeList(name, columns, rows);
    }

    /** The codes, each once, in the file's order. */
    public Set<String> codes() {
        return new LinkedHashSet<>(values(columns.get(0)));
    }

    /** What a column says, line by line. */
    public List<String> values(String column) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException("The code list " + name + " has no column " + column);
        }
        return rows.stream().map(row -> row.get(column)).toList();
    }

    /** The first line of a code. */
    public Optional<Map<String, String>> find(String code) {
        return rows.stream().filter(row -> row.get(columns.get(0)).equals(code)).findFirst();
    }

    /** The label of a code in the asked language; the code itself when the list does not have it. */
    public String libelle(String code, boolean english) {
        return find(code)
                .map(row -> row.get(english ? "libelle_en" : "libelle"))
                .orElse(code);
    }

    private static Map<String, String> row(String name, List<String> columns, String line) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("The code list " + name + " has " + cells.size() + " cells instead of "
                    + columns.size() + " on the line: " + line);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(";", -1)).map(String::strip).toList();
    }
}

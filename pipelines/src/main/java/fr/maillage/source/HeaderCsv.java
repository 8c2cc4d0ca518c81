package fr.maillage.source;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads a table whose first line names its columns into a bronze contract, by name, in whatever order they stand.
 *
 * <p>A column of the contract that the file does not have is null; an empty value is an empty text. A record wider or
 * narrower than the header is unreadable ({@value #WIDTH}), but for empty values beyond it, which spreadsheets add.
 */
public final class HeaderCsv implements RecordIterator {

    /** Name of the rule a record breaks when it has more or fewer values than the header. */
    public static final String WIDTH = "largeur_de_ligne";

    private final CsvRecords lines;
    private final int width;
    private final int[] positions;

    private HeaderCsv(CsvRecords lines, int width, int[] positions) {
        this.lines = lines;
        this.width = width;
        this.positions = positions;
    }

    /** Columns are found under their {@link Headers#normalised} name. */
    public static HeaderCsv records(SourceFile file, TableContract table) throws IOException {
        return records(file, table, UnaryOperator.identity(), Set.of());
    }

    /**
     * The same, for a register whose headers change over the years.
     *
     * @param rename from the normalised name in the file to the name in the contract
     * @param required columns of the contract without which the file says nothing
     * @throws BrokenFile when one of them is missing
     */
    public static HeaderCsv records(
            SourceFile file, TableContract table, UnaryOperator<String> rename, Set<String> required)
            throws IOException {
        CsvRecords lines = CsvRecords.open(file);
        if (!lines.hasNext()) {
            lines.close();
            throw new BrokenFile(file.name() + " is empty: it has no header line");
        }
        List<String> header = header(lines.next().values(), rename);
        if (!header.containsAll(required)) {
            lines.close();
            throw new BrokenFile(file.name() + " has no column " + String.join(", ", missing(required, header))
                    + "; its header is " + String.join(", ", header));
        }
        return new HeaderCsv(lines, header.size(), positions(header, table));
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public SourceRecord next() {
        CsvRecords.Line line = lines.next();
        return hasWidth(line.values()) ? good(line) : SourceRecord.unreadable(line.number(), WIDTH, line.text());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private SourceRecord good(CsvRecords.Line line) {
        Object[] values = new Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            values[i] = positions[i] < 0 ? null : line.values()[positions[i]];
        }
        return SourceRecord.of(line.number(), values);
    }

    private boolean hasWidth(String[] values) {
        for (int i = width; i < values.length; i++) {
            if (!values[i].isBlank()) {
                return false;
            }
        }
        return values.length >= width;
    }

    private static List<String> header(String[] names, UnaryOperator<String> rename) {
        List<String> header = new ArrayList<>();
        for (String name : names) {
            header.add(rename.apply(Headers.normalised(name)));
        }
        while (!header.isEmpty() && header.get(header.size() - 1).isEmpty()) {
            header.remove(header.size() - 1);
        }
        return header;
    }

    private static List<String> missing(Set<String> required, List<String> header) {
        return required.stream()
                .filter(column -> !header.contains(column))
                .sorted()
                .toList();
    }

    private static int[] positions(List<String> header, TableContract table) {
        Map<String, Integer> position = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            position.putIfAbsent(header.get(i), i);
        }
        return table.fields().stream()
                .map(Field::name)
                .mapToInt(name -> position.getOrDefault(name, -1))
                .toArray();
    }
}

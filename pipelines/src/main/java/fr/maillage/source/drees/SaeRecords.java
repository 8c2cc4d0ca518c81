package fr.maillage.source.drees;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.CsvRecords;
import fr.maillage.source.HeaderCsv;
import fr.maillage.source.Headers;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** The lines of a questionnaire in the columns of its contract, by name; what the contract does not name stays together. */
final class SaeRecords implements RecordIterator {

    private static final String AUTRES = "autres_colonnes";

    private final CsvRecords lines;
    private final List<String> header;
    private final List<String> columns;

    private SaeRecords(CsvRecords lines, List<String> header, List<String> columns) {
        this.lines = lines;
        this.header = header;
        this.columns = columns;
    }

    static SaeRecords of(SourceFile file, TableContract table) throws IOException {
        CsvRecords lines = CsvRecords.open(file, ';');
        if (!lines.hasNext()) {
            lines.close();
            throw new BrokenFile(file.name() + " is empty: it has no header line");
        }
        List<String> header =
                Arrays.stream(lines.next().values()).map(Headers::normalised).toList();
        return new SaeRecords(lines, header, table.columns());
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public SourceRecord next() {
        CsvRecords.Line line = lines.next();
        return line.values().length == header.size()
                ? SourceRecord.of(line.number(), values(line.values()))
                : SourceRecord.unreadable(line.number(), HeaderCsv.WIDTH, line.text());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Object[] values(String[] cells) {
        Object[] values = new Object[columns.size()];
        StringJoiner others = new StringJoiner(";");
        for (int i = 0; i < cells.length; i++) {
            int at = columns.indexOf(header.get(i));
            if (at >= 0) {
                values[at] = cells[i];
            } else if (!cells[i].isEmpty()) {
                others.add(header.get(i) + "=" + cells[i]);
            }
        }
        values[columns.indexOf(AUTRES)] = others.length() == 0 ? null : others.toString();
        return values;
    }
}

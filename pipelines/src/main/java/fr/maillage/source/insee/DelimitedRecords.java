package fr.maillage.source.insee;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.CsvRecords;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.util.List;

/** The lines of a delimited file, each put in the order of the bronze contract; an absent column is null. */
final class DelimitedRecords implements RecordIterator {

    private final CsvRecords lines;
    private final Header header;
    private final int[] positions;

    DelimitedRecords(SourceFile file, TableContract table) throws IOException {
        this.lines = CsvRecords.open(file);
        if (!lines.hasNext()) {
            lines.close();
            throw new BrokenFile(file.name() + " is empty: it has no header line");
        }
        this.header = Header.of(lines.next().text());
        this.positions =
                table.columns().stream().mapToInt(header.columns()::indexOf).toArray();
    }

    List<String> columns() {
        return header.columns();
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public SourceRecord next() {
        CsvRecords.Line line = lines.next();
        return line.values().length == header.columns().size()
                ? SourceRecord.of(line.number(), values(line.values()))
                : SourceRecord.unreadable(line.number(), "largeur_de_ligne", line.text());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Object[] values(String[] cells) {
        Object[] values = new Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            String cell = positions[i] < 0 ? "" : cells[positions[i]];
            values[i] = cell.isEmpty() ? null : cell;
        }
        return values;
    }
}

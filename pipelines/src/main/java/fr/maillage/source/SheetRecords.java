package fr.maillage.source;

import fr.maillage.schemas.TableContract;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of a sheet under its header, each put in the order of the bronze contract; closing it closes the workbook. */
public final class SheetRecords implements RecordIterator {

    private final String name;
    private final ReadableWorkbook workbook;
    private final Stream<Row> rows;
    private final Iterator<Row> iterator;
    private final int[] positions;

    /**
     * @param header names of the columns, as the contract writes them, in the sheet's order
     * @param headerRow number of the row that holds them, from 1
     */
    public SheetRecords(
            String name,
            ReadableWorkbook workbook,
            Sheet sheet,
            List<String> header,
            int headerRow,
            TableContract table)
            throws IOException {
        this.name = name;
        this.workbook = workbook;
        this.rows = sheet.openStream();
        this.iterator = rows.filter(row -> row.getRowNum() > headerRow && Workbooks.hasText(row))
                .iterator();
        this.positions = table.columns().stream().mapToInt(header::indexOf).toArray();
    }

    @Override
    public boolean hasNext() {
        return Workbooks.guarded(name, iterator::hasNext);
    }

    @Override
    public SourceRecord next() {
        Row row = iterator.next();
        List<String> cells = Workbooks.texts(row);
        Object[] values = new Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            values[i] = positions[i] < 0 || positions[i] >= cells.size() ? null : cells.get(positions[i]);
        }
        return SourceRecord.of(row.getRowNum(), values);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        workbook.close();
    }
}

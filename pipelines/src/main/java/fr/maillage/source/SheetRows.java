package fr.maillage.source;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of a sheet under its header, each made a record by its format; closing it closes the workbook. */
public final class SheetRows implements RecordIterator {

    private final String name;
    private final ReadableWorkbook workbook;
    private final Stream<Row> rows;
    private final Iterator<Row> iterator;
    private final BiFunction<Long, List<String>, SourceRecord> record;

    /**
     * @param headerRow number of the row that holds the header, from 1
     * @param record from the number of a row and its texts
     */
    public SheetRows(
            String name,
            ReadableWorkbook workbook,
            Sheet sheet,
            int headerRow,
            BiFunction<Long, List<String>, SourceRecord> record)
            throws IOException {
        this.name = name;
        this.workbook = workbook;
        this.record = record;
        this.rows = sheet.openStream();
        this.iterator = rows.filter(row -> row.getRowNum() > headerRow && Workbooks.hasText(row))
                .iterator();
    }

    @Override
    public boolean hasNext() {
        return Workbooks.guarded(name, iterator::hasNext);
    }

    @Override
    public SourceRecord next() {
        Row row = iterator.next();
        return record.apply((long) row.getRowNum(), Workbooks.texts(row));
    }

    @Override
    public void close() throws IOException {
        rows.close();
        workbook.close();
    }
}

package fr.maillage.source.declaration;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.CsvRecords;
import fr.maillage.source.MergedCells;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Workbooks;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The lines of a census under its header, be it a CSV or the sheet of a workbook. */
final class TableauRecensement implements Iterator<TableauRecensement.Ligne>, Closeable {

    private static final int ROWS_ABOVE = 10;

    /** A line: its number in the file, its cells, and whether some of them are merged with others. */
    record Ligne(long number, List<String> cells, boolean merged) {

        List<String> texts() {
            return cells.stream()
                    .map(cell -> Objects.requireNonNullElse(cell, ""))
                    .toList();
        }
    }

    private final ColonnesRecensement columns;
    private final Iterator<Ligne> lines;
    private final Closeable under;

    private TableauRecensement(ColonnesRecensement columns, Iterator<Ligne> lines, Closeable under) {
        this.columns = columns;
        this.lines = lines;
        this.under = under;
    }

    static TableauRecensement open(SourceFile file) throws IOException {
        try (InputStream content = file.open()) {
            byte[] start = content.readNBytes(2);
            return open(file, start.length == 2 && start[0] == 'P' && start[1] == 'K');
        }
    }

    static TableauRecensement open(SourceFile file, boolean workbook) throws IOException {
        return workbook ? sheet(file) : csv(file);
    }

    private static TableauRecensement csv(SourceFile file) throws IOException {
        CsvRecords records = CsvRecords.open(file);
        while (records.hasNext()) {
            CsvRecords.Line header = records.next();
            if (!isComment(header.values())) {
                ColonnesRecensement columns = ColonnesRecensement.of(Arrays.asList(header.values()), file.colonnes());
                Stream<Ligne> lines = Stream.generate(() -> null)
                        .takeWhile(more -> records.hasNext())
                        .map(more -> records.next())
                        .filter(line -> !isComment(line.values()))
                        .map(line -> new Ligne(line.number(), Arrays.asList(line.values()), false));
                return new TableauRecensement(columns, lines.iterator(), records);
            }
        }
        records.close();
        throw new BrokenFile(file.name() + " has no header line");
    }

    private static boolean isComment(String[] cells) {
        return Arrays.stream(cells).allMatch(String::isBlank) || LignesCsv.isComment(cells[0]);
    }

    private static TableauRecensement sheet(SourceFile file) throws IOException {
        ReadableWorkbook workbook = Workbooks.open(file);
        for (Sheet sheet : workbook.getSheets().toList()) {
            for (Row row : Workbooks.firstRows(sheet, ROWS_ABOVE)) {
                ColonnesRecensement columns = ColonnesRecensement.of(Workbooks.texts(row), file.colonnes());
                if (columns.recognised()) {
                    return rows(file, workbook, sheet, row.getRowNum(), columns);
                }
            }
        }
        workbook.close();
        throw new BrokenFile(file.name() + " has no sheet with the columns of a census");
    }

    private static TableauRecensement rows(
            SourceFile file, ReadableWorkbook workbook, Sheet sheet, int header, ColonnesRecensement columns)
            throws IOException {
        MergedCells merged = MergedCells.of(file, sheet.getIndex());
        Stream<Ligne> lines = sheet.openStream()
                .filter(row -> row.getRowNum() > header)
                .map(row -> new Ligne(row.getRowNum(), Workbooks.texts(row), merged.touch(row.getRowNum())))
                .filter(line -> line.texts().stream().anyMatch(cell -> !cell.isBlank())
                        && !LignesCsv.isComment(line.texts().get(0)));
        return new TableauRecensement(columns, lines.iterator(), workbook);
    }

    ColonnesRecensement columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public Ligne next() {
        return lines.next();
    }

    @Override
    public void close() throws IOException {
        under.close();
    }
}

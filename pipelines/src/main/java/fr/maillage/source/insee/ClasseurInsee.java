package fr.maillage.source.insee;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SheetRecords;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Workbooks;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook of INSEE: a sheet per table, above each a title that tells the date, and the header some rows below.
 *
 * <p>A sheet is that of a table when one of its first rows names the first columns of the contract.
 */
abstract class ClasseurInsee implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final int ROWS_ABOVE = 12;
    private static final int ENOUGH = 3;

    private final String name;
    private final String title;
    /** What tells the year in the title, as its first group. */
    private final Pattern titleDate;

    ClasseurInsee(String name, String title, Pattern titleDate) {
        this.name = name;
        this.title = title;
        this.titleDate = titleDate;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    /** The sheet that holds a table. */
    abstract String sheet(TableContract table);

    /** The table by whose sheet the workbook is known. */
    abstract TableContract telling();

    /** Sheets without which a workbook is another one, whatever the telling sheet says. */
    List<String> besides() {
        return List.of();
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!Workbooks.looksLikeOne(probe)) {
            return Optional.empty();
        }
        try (ReadableWorkbook workbook = Workbooks.open(probe.file())) {
            return workbook.findSheet(sheet(telling()))
                    .filter(sheet -> header(sheet, telling()).isPresent())
                    .filter(sheet -> besides().stream()
                            .allMatch(other -> workbook.findSheet(other).isPresent()))
                    .map(sheet -> vintage(probe, sheet));
        } catch (BrokenFile notAWorkbook) {
            return Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        ReadableWorkbook workbook = Workbooks.open(file);
        Optional<Sheet> sheet = workbook.findSheet(sheet(table));
        Optional<Row> header = sheet.flatMap(found -> header(found, table));
        if (header.isEmpty()) {
            workbook.close();
            throw new BrokenFile(file.name() + " has no sheet " + sheet(table) + " with the columns "
                    + String.join(", ", table.columns().subList(0, ENOUGH)));
        }
        int row = header.get().getRowNum();
        return new SheetRecords(file.name(), workbook, sheet.orElseThrow(), columns(header.get()), row, table);
    }

    /** The row that names the columns. */
    private static Optional<Row> header(Sheet sheet, TableContract table) {
        return Workbooks.firstRows(sheet, ROWS_ABOVE).stream()
                .filter(row -> columns(row).containsAll(table.columns().subList(0, ENOUGH)))
                .findFirst();
    }

    private static List<String> columns(Row row) {
        return Workbooks.texts(row).stream()
                .map(cell -> Header.normalised(Objects.toString(cell, "")))
                .toList();
    }

    private Recognised vintage(Probe probe, Sheet sheet) {
        return Workbooks.firstRows(sheet, ROWS_ABOVE).stream()
                .flatMap(row -> Workbooks.texts(row).stream())
                .filter(Objects::nonNull)
                .flatMap(cell -> titleDate.matcher(cell).results())
                .map((MatchResult year) -> LocalDate.of(Integer.parseInt(year.group(1)), 1, 1))
                .findFirst()
                .map(year -> new Recognised(name, year, "date in the title"))
                .orElseGet(() -> new Recognised(name, Annees.ofName(probe).orElse(null), "year in the name"));
    }
}

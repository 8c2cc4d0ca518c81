package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
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
 * Workbooks {@code EPCI_au_01-01-AAAA.xlsx} of INSEE: sheets EPCI and Composition_communale, a title that tells the date
 * above each, and the header some rows below.
 */
public final class EpciInsee implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "insee-epci";
    private static final String COMPOSITION = "Composition_communale";
    private static final int ROWS_ABOVE = 12;
    private static final Pattern TITLE_DATE = Pattern.compile("(?:01/01/|1er janvier )((?:19|20)\\d{2})");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "INSEE, composition des intercommunalités";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.INSEE_EPCI, Bronze.INSEE_EPCI_COMMUNE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!Workbooks.looksLikeOne(probe)) {
            return Optional.empty();
        }
        try (ReadableWorkbook workbook = Workbooks.open(probe.file())) {
            Optional<Sheet> sheet = workbook.findSheet(COMPOSITION);
            return sheet.filter(
                            found -> header(found, Bronze.INSEE_EPCI_COMMUNE).isPresent())
                    .map(found -> vintage(probe, found));
        } catch (BrokenFile notAWorkbook) {
            return Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        ReadableWorkbook workbook = Workbooks.open(file);
        String name = table.name().equals(Bronze.INSEE_EPCI.name()) ? "EPCI" : COMPOSITION;
        Optional<Sheet> sheet = workbook.findSheet(name);
        Optional<Row> header = sheet.flatMap(found -> header(found, table));
        if (header.isEmpty()) {
            workbook.close();
            throw new BrokenFile(file.name() + " has no sheet " + name + " with the columns "
                    + String.join(", ", table.columns().subList(0, 3)));
        }
        int row = header.get().getRowNum();
        return new SheetRecords(file.name(), workbook, sheet.orElseThrow(), columns(header.get()), row, table);
    }

    /** The row that names the columns. */
    private static Optional<Row> header(Sheet sheet, TableContract table) {
        return Workbooks.firstRows(sheet, ROWS_ABOVE).stream()
                .filter(row -> columns(row).containsAll(table.columns().subList(0, 3)))
                .findFirst();
    }

    private static List<String> columns(Row row) {
        return Workbooks.texts(row).stream()
                .map(cell -> Header.normalised(Objects.toString(cell, "")))
                .toList();
    }

    private static Recognised vintage(Probe probe, Sheet sheet) {
        return Workbooks.firstRows(sheet, ROWS_ABOVE).stream()
                .flatMap(row -> Workbooks.texts(row).stream())
                .filter(Objects::nonNull)
                .flatMap(cell -> TITLE_DATE.matcher(cell).results())
                .map((MatchResult year) -> LocalDate.of(Integer.parseInt(year.group(1)), 1, 1))
                .findFirst()
                .map(year -> new Recognised(NAME, year, "date in the title"))
                .orElseGet(() -> new Recognised(NAME, Annees.ofName(probe).orElse(null), "year in the name"));
    }
}

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
 * The workbook of zonings of INSEE, {@code table-appartenance-geo-communes-AA.xlsx}: sheet COM with a column per zoning,
 * sheet Zones_supra_communales with the name of every zone, and a title that tells the date above each.
 */
public final class ZonagesClasseur implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "insee-zonages-classeur";
    private static final String COMMUNES = "COM";
    private static final String ZONES = "Zones_supra_communales";
    private static final int ROWS_ABOVE = 12;
    private static final int ENOUGH = 3;
    private static final Pattern TITLE_DATE =
            Pattern.compile("(?:0?1[/ ](?:0?1|janvier)[/ ]|1er janvier |géographie )((?:19|20)\\d{2})");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "INSEE, table d'appartenance géographique des communes (classeur)";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.INSEE_ZONAGE, Bronze.INSEE_ZONE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!Workbooks.looksLikeOne(probe)) {
            return Optional.empty();
        }
        try (ReadableWorkbook workbook = Workbooks.open(probe.file())) {
            Optional<Sheet> communes = workbook.findSheet(COMMUNES);
            boolean ours = communes.isPresent()
                    && header(communes.get(), Bronze.INSEE_ZONAGE).isPresent()
                    && workbook.findSheet(ZONES).isPresent();
            return ours ? Optional.of(vintage(probe, communes.get())) : Optional.empty();
        } catch (BrokenFile notAWorkbook) {
            return Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        ReadableWorkbook workbook = Workbooks.open(file);
        String name = table.name().equals(Bronze.INSEE_ZONE.name()) ? ZONES : COMMUNES;
        Optional<Sheet> sheet = workbook.findSheet(name);
        Optional<Row> header = sheet.flatMap(found -> header(found, table));
        if (header.isEmpty()) {
            workbook.close();
            throw new BrokenFile(file.name() + " has no sheet " + name + " with the columns "
                    + String.join(", ", table.columns().subList(0, ENOUGH)));
        }
        int row = header.get().getRowNum();
        return new SheetRecords(file.name(), workbook, sheet.orElseThrow(), columns(header.get()), row, table);
    }

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

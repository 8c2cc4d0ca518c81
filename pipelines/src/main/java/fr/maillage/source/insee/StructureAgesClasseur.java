package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SheetRows;
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
 * The same in a workbook: {@code base-cc-evol-struct-pop-AAAA.xlsx} (sheet COM_AAAA, header on row 6) and {@code
 * TD_POP1B_AAAA.xlsx} (sheet COM, header on row 11). The sheet of communes is read; that of arrondissements municipaux
 * counts the same people again.
 */
public final class StructureAgesClasseur implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "insee-structure-ages-classeur";
    private static final String COMMUNES = "COM";
    private static final int ROWS_ABOVE = 15;
    private static final Pattern TITLE_YEAR = Pattern.compile("(?:en|RP|recensement) ?((?:19|20)\\d{2})");

    private record Entete(Sheet sheet, int row, ColonnesAge columns) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "INSEE, structure de la population par âge des communes (classeur)";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.INSEE_STRUCTURE_AGE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!Workbooks.looksLikeOne(probe)) {
            return Optional.empty();
        }
        try (ReadableWorkbook workbook = Workbooks.open(probe.file())) {
            return header(workbook).map(found -> vintage(found, probe));
        } catch (BrokenFile notAWorkbook) {
            return Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        ReadableWorkbook workbook = Workbooks.open(file);
        Optional<Entete> header = header(workbook);
        if (header.isEmpty()) {
            workbook.close();
            throw new BrokenFile(file.name() + " has no sheet " + COMMUNES + " with columns of people by age");
        }
        Entete found = header.get();
        return new SheetRows(file.name(), workbook, found.sheet(), found.row(), found.columns()::record);
    }

    private static Optional<Entete> header(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getName().startsWith(COMMUNES))
                .flatMap(sheet ->
                        Workbooks.firstRows(sheet, ROWS_ABOVE).stream().flatMap(row -> entete(sheet, row).stream()))
                .findFirst();
    }

    private static Optional<Entete> entete(Sheet sheet, Row row) {
        return ColonnesAge.of(Workbooks.texts(row)).map(columns -> new Entete(sheet, row.getRowNum(), columns));
    }

    private static Recognised vintage(Entete header, Probe probe) {
        Optional<LocalDate> titled = Workbooks.firstRows(header.sheet(), ROWS_ABOVE).stream()
                .flatMap(row -> Workbooks.texts(row).stream())
                .filter(Objects::nonNull)
                .flatMap(cell -> TITLE_YEAR.matcher(cell).results())
                .map((MatchResult year) -> LocalDate.of(Integer.parseInt(year.group(1)), 1, 1))
                .findFirst();
        return header.columns()
                .annee()
                .map(year -> new Recognised(NAME, year, "newest year in the names of the columns"))
                .or(() -> titled.map(year -> new Recognised(NAME, year, "year in the title")))
                .orElseGet(() -> new Recognised(NAME, Annees.ofName(probe).orElse(null), "year in the name"));
    }
}

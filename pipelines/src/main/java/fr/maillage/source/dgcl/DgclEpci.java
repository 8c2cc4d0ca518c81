package fr.maillage.source.dgcl;

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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Workbooks {@code epcicomAAAA.xlsx} of DGCL: one sheet, header on its first row, the year in {@code ptot_AAAA}. */
public final class DgclEpci implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "dgcl-epci";
    private static final Set<String> SIGNATURE = Set.of("siren", "raison_sociale", "insee", "siren_membre");
    private static final Pattern YEAR = Pattern.compile("_((?:19|20)\\d{2})$");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "DGCL, composition des EPCI à fiscalité propre";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.DGCL_EPCI_COMMUNE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!Workbooks.looksLikeOne(probe)) {
            return Optional.empty();
        }
        try (ReadableWorkbook workbook = Workbooks.open(probe.file())) {
            List<String> header = header(workbook);
            return columns(header).containsAll(SIGNATURE) ? Optional.of(vintage(header)) : Optional.empty();
        } catch (BrokenFile notAWorkbook) {
            return Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        ReadableWorkbook workbook = Workbooks.open(file);
        List<String> columns = columns(header(workbook));
        if (!columns.containsAll(SIGNATURE)) {
            workbook.close();
            throw new BrokenFile(file.name() + " has not the columns " + String.join(", ", SIGNATURE));
        }
        return new SheetRecords(file.name(), workbook, workbook.getFirstSheet(), columns, 1, table);
    }

    private static List<String> header(ReadableWorkbook workbook) {
        return Workbooks.firstRows(workbook.getFirstSheet(), 1).stream()
                .flatMap(row -> Workbooks.texts(row).stream())
                .map(cell -> Objects.toString(cell, "").strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> columns(List<String> header) {
        return header.stream().map(cell -> YEAR.matcher(cell).replaceFirst("")).toList();
    }

    private static Recognised vintage(List<String> header) {
        return header.stream()
                .flatMap(cell -> YEAR.matcher(cell).results())
                .map((MatchResult year) -> LocalDate.of(Integer.parseInt(year.group(1)), 1, 1))
                .findFirst()
                .map(year -> new Recognised(NAME, year, "year in the header"))
                .orElseGet(() -> new Recognised(NAME, null, "no year in the header"));
    }
}

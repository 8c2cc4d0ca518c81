package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.OldWorkbooks;
import fr.maillage.source.OldWorkbooks.SheetRow;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Estimates of population by département, sex and five-year age: {@code estim-pop-dep-sexe-aq-1975-AAAA.xls}, one sheet
 * per year, the two sexes and all together side by side.
 *
 * <p>From 1990 to 1998 overseas départements stand under a header of their own, which ends at 90 years. Every row of
 * figures comes out, those of the country too. The file's day is the 1 January of its newest sheet.
 */
public final class EstimationsDepartement implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "insee-estimations-departement";
    private static final String YEAR = "(19|20)\\d{2}";
    private static final int FIRST_FIGURE = 2;
    private static final int ENOUGH = 10;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "INSEE, estimations de population par département, sexe et âge quinquennal";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.INSEE_STRUCTURE_AGE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!OldWorkbooks.looksLikeOne(probe)) {
            return Optional.empty();
        }
        try {
            return lignes(probe.file()).stream()
                    .map(record -> Objects.toString(record.values()[0], ""))
                    .filter(sheet -> sheet.matches(YEAR))
                    .max(String::compareTo)
                    .map(year ->
                            new Recognised(NAME, LocalDate.of(Integer.parseInt(year), 1, 1), "newest sheet of a year"));
        } catch (BrokenFile notAWorkbook) {
            return Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) {
        return new Lignes(lignes(file).iterator());
    }

    private static List<SourceRecord> lignes(SourceFile file) {
        List<SourceRecord> records = new ArrayList<>();
        List<String> columns = List.of();
        SheetRow above = null;
        for (SheetRow row : OldWorkbooks.rows(file)) {
            if (above != null && !above.sheet().equals(row.sheet())) {
                columns = List.of();
            }
            List<String> header = above == null ? List.of() : columns(above, row);
            if (!header.isEmpty()) {
                columns = header;
            } else if (!columns.isEmpty() && hasFigures(row)) {
                records.add(record(records.size() + 1L, row, columns));
            }
            above = row;
        }
        return records;
    }

    /** The name of each column, its block before it; empty when the row names no ages. */
    private static List<String> columns(SheetRow blocks, SheetRow ages) {
        List<String> names = new ArrayList<>();
        String block = "";
        for (int i = FIRST_FIGURE; i < ages.cells().size(); i++) {
            block = blocks.cell(i) == null ? block : blocks.cell(i).strip();
            names.add(block + "|" + Objects.toString(ages.cell(i), "").strip());
        }
        long known =
                names.stream().filter(name -> ColonneAge.of(name).isPresent()).count();
        return known < ENOUGH ? List.of() : names;
    }

    private static boolean hasFigures(SheetRow row) {
        return row.cell(0) != null && row.cells().size() > FIRST_FIGURE + ENOUGH;
    }

    private static SourceRecord record(long number, SheetRow row, List<String> columns) {
        String[] values = new String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.cell(i + FIRST_FIGURE);
        }
        return SourceRecord.of(number, row.sheet(), row.cell(0), row.cell(1), columns.toArray(String[]::new), values);
    }

    private record Lignes(Iterator<SourceRecord> records) implements RecordIterator {

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public SourceRecord next() {
            return records.next();
        }

        @Override
        public void close() {
            // The workbook was closed when its rows were read.
        }
    }
}

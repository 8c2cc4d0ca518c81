package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.CsvRecords;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * People by age of communes, one commune per line: {@code base-cc-evol-struct-pop-AAAA.csv}, where the year is in the
 * names of the columns, POP1B and POP1A spread over columns, and exports of INSEE's local statistics ({@code Nb de pers.
 * âgées de 25 à 64 ans 2021}), whatever was put beside them.
 *
 * <p>Columns that count no people by age are not read. A header may hold line ends within quotes.
 */
public final class StructureAges implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "insee-structure-ages";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "INSEE, structure de la population par âge des communes";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.INSEE_STRUCTURE_AGE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (probe.firstLine().isEmpty() || probe.text().indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try (CsvRecords lines = CsvRecords.open(probe.file())) {
            return columns(probe.file().name(), lines).map(found -> vintage(found, probe));
        }
    }

    private static Recognised vintage(ColonnesAge columns, Probe probe) {
        return columns.annee()
                .map(year -> new Recognised(NAME, year, "newest year in the names of the columns"))
                .orElseGet(() -> new Recognised(NAME, Annees.ofName(probe).orElse(null), "year in the name"));
    }

    private static Optional<ColonnesAge> columns(String name, CsvRecords lines) {
        return lines.hasNext()
                ? ColonnesAge.check(name, Arrays.asList(lines.next().values()))
                : Optional.empty();
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        CsvRecords lines = CsvRecords.open(file);
        List<String> header = lines.hasNext() ? Arrays.asList(lines.next().values()) : List.of();
        Optional<ColonnesAge> columns = ColonnesAge.of(header);
        if (columns.isEmpty()) {
            lines.close();
            throw new BrokenFile(file.name() + " has no code of the commune or no columns of people by age");
        }
        return new Lignes(lines, header.size(), columns.get());
    }

    /** The lines under the header. */
    private record Lignes(CsvRecords lines, int width, ColonnesAge columns) implements RecordIterator {

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public SourceRecord next() {
            CsvRecords.Line line = lines.next();
            return line.values().length == width
                    ? columns.record(line.number(), Arrays.asList(line.values()))
                    : SourceRecord.unreadable(line.number(), "largeur_de_ligne", line.text());
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}

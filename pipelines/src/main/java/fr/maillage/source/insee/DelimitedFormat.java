package fr.maillage.source.insee;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A delimited text with a header line, in any order of columns and any case.
 *
 * <p>The file is ours when it has the columns of the signature and none that the bronze contract does not know: the
 * arrondissements have every column of the départements, and one more.
 */
abstract class DelimitedFormat implements RegisterFormat {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String title;
    private final Set<String> signature;

    DelimitedFormat(String name, String title, Set<String> signature) {
        this.name = name;
        this.title = title;
        this.signature = signature;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<TableContract> tables() {
        return List.of(table());
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        List<String> columns = Header.of(probe.firstLine()).columns();
        if (!columns.containsAll(signature) || !table().columns().containsAll(columns)) {
            return Optional.empty();
        }
        return Optional.of(vintage(probe));
    }

    /** The one bronze table it feeds. */
    abstract TableContract table();

    /** The vintage of a file known to be of this format: the year in its name, unless the format knows better. */
    Recognised vintage(Probe probe) throws IOException {
        return Annees.ofName(probe)
                .map(year -> on(year, "year in the name"))
                .orElseGet(() -> unknown("no year in the name"));
    }

    /** The year in the name, else that of which INSEE publishes as many communes as there are records of that kind. */
    final Recognised vintageByCommunes(Probe probe, Predicate<Object[]> commune) throws IOException {
        Optional<LocalDate> year = Annees.ofName(probe);
        if (year.isPresent()) {
            return on(year.get(), "year in the name");
        }
        long communes = count(probe, commune);
        return PublishedFigures.find("insee-communes", communes)
                .map(figure -> on(figure.vintage(), communes + " communes: " + figure.source()))
                .orElseGet(() -> unknown("no year in the name, and " + communes + " communes are of no known year"));
    }

    private long count(Probe probe, Predicate<Object[]> wanted) throws IOException {
        long count = 0;
        try (RecordIterator records = records(probe.file(), table())) {
            while (records.hasNext()) {
                Object[] values = records.next().values();
                count += values != null && wanted.test(values) ? 1 : 0;
            }
        }
        return count;
    }

    /** Columns without which a file of this format says nothing. */
    abstract Set<String> required();

    @Override
    public RecordIterator records(SourceFile file, TableContract wanted) throws IOException {
        DelimitedRecords records = new DelimitedRecords(file, wanted);
        for (String column : required()) {
            if (!records.columns().contains(column)) {
                records.close();
                throw new BrokenFile(file.name() + " has no column " + column + "; its header is "
                        + String.join(", ", records.columns()));
            }
        }
        return records;
    }

    Recognised on(LocalDate vintage, String evidence) {
        return new Recognised(name, vintage, evidence);
    }

    Recognised unknown(String why) {
        return new Recognised(name, null, why);
    }
}

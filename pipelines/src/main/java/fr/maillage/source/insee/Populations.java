package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Legal populations of communes, whose header changes every year; the vintage is the year of the figure.
 *
 * <p>No year is in the file. It is known by the total that INSEE publishes, else by the name ({@code pop2021_geo2023}),
 * else the person says it.
 */
public final class Populations extends DelimitedFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "insee-populations";
    private static final int PMUN = Bronze.INSEE_POPULATION.columns().indexOf("pmun");

    public Populations() {
        super(NAME, "INSEE, populations légales des communes", Set.of("com", "pmun", "ptot"));
    }

    @Override
    TableContract table() {
        return Bronze.INSEE_POPULATION;
    }

    @Override
    Set<String> required() {
        return Set.of("com", "pmun");
    }

    @Override
    Recognised vintage(Probe probe) throws IOException {
        long total = total(probe);
        Optional<Recognised> published = PublishedFigures.find(NAME, total)
                .map(figure -> on(figure.vintage(), total + " inhabitants: " + figure.source()));
        Optional<LocalDate> year = Vintages.yearAfter(probe.name(), "pop").or(() -> Annees.ofName(probe));
        return published
                .or(() -> year.map(day -> on(day, "year in the name")))
                .orElseGet(() -> unknown("no year in the name, and " + total + " inhabitants are of no known year"));
    }

    private long total(Probe probe) throws IOException {
        long total = 0;
        try (RecordIterator records = records(probe.file(), Bronze.INSEE_POPULATION)) {
            while (records.hasNext()) {
                total += number(records.next().values());
            }
        }
        return total;
    }

    private static long number(Object[] values) {
        String digits = values == null || values[PMUN] == null
                ? ""
                : values[PMUN].toString().replaceAll("[\\s\u00a0\u202f]", "");
        return digits.matches("\\d{1,12}") ? Long.parseLong(digits) : 0;
    }
}

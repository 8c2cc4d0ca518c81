package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Communes of the code officiel géographique since 2019; the first column, typecom, is COM, COMA, COMD or ARM.
 *
 * <p>The file does not say its year: it is in the name, or known by the number of communes that INSEE publishes.
 */
public final class CogCommunes extends DelimitedFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "insee-communes";

    public CogCommunes() {
        super(NAME, "INSEE, code officiel géographique, communes", Set.of("typecom", "com", "comparent"));
    }

    @Override
    TableContract table() {
        return Bronze.INSEE_COMMUNE;
    }

    @Override
    Set<String> required() {
        return Set.of("typecom", "com", "dep", "reg", "libelle", "comparent");
    }

    @Override
    Recognised vintage(Probe probe) throws IOException {
        Optional<LocalDate> year = Annees.ofName(probe);
        if (year.isPresent()) {
            return on(year.get(), "year in the name");
        }
        long communes = communes(probe);
        return PublishedFigures.find(NAME, communes)
                .map(figure -> on(figure.vintage(), communes + " communes: " + figure.source()))
                .orElseGet(() -> unknown("no year in the name, and " + communes + " communes are of no known year"));
    }

    private long communes(Probe probe) throws IOException {
        long communes = 0;
        try (RecordIterator records = records(probe.file(), Bronze.INSEE_COMMUNE)) {
            while (records.hasNext()) {
                Object[] values = records.next().values();
                communes += values != null && "COM".equals(values[0]) ? 1 : 0;
            }
        }
        return communes;
    }
}

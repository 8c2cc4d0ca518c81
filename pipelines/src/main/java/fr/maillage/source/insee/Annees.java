package fr.maillage.source.insee;

import fr.maillage.source.Probe;
import fr.maillage.source.Vintages;
import java.time.LocalDate;
import java.util.Optional;

/** The code officiel géographique is that of a 1 January: of a date in a name only the year counts. */
final class Annees {

    private Annees() {}

    static Optional<LocalDate> ofName(Probe probe) {
        return Vintages.ofName(probe.name()).map(Annees::firstDay);
    }

    static LocalDate firstDay(LocalDate day) {
        return LocalDate.of(day.getYear(), 1, 1);
    }
}

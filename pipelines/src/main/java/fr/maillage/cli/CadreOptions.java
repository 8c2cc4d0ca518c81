package fr.maillage.cli;

import fr.maillage.warehouse.Cadre;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** How a command is told to look at another day than today. */
public final class CadreOptions {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "The state that was true on this day.")
    private LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "What was known on this day: releases that came later are not believed.")
    private LocalDate knownAt;

    @Option(
            names = "--geography",
            paramLabel = "YEAR",
            description = "Communes and territories of this year's code officiel géographique.")
    private Integer geography;

    public Cadre cadre() {
        return Cadre.of(asOf, knownAt, geography);
    }
}

package fr.maillage.source.finess;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A file of the FINESS standard XML flow (cs14001xx, cs16001xx) or one of its nomenclatures, closed structures included.
 *
 * <p>The elements tell which file it is, and its header which day it speaks of: neither its name nor the order of its
 * fields matters.
 */
public final class FinessFlux implements RegisterFormat {

    public static final FinessFlux ENTITES = new FinessFlux(FichierFlux.ENTITES);
    public static final FinessFlux ETABLISSEMENTS = new FinessFlux(FichierFlux.ETABLISSEMENTS);
    public static final FinessFlux ACTIVITES_DE_SOINS = new FinessFlux(FichierFlux.ACTIVITES_DE_SOINS);
    public static final FinessFlux EQUIPEMENTS_LOURDS = new FinessFlux(FichierFlux.EQUIPEMENTS_LOURDS);
    public static final FinessFlux EQUIPEMENTS_SOCIAUX = new FinessFlux(FichierFlux.EQUIPEMENTS_SOCIAUX);
    public static final FinessFlux DISCIPLINES = new FinessFlux(FichierFlux.DISCIPLINES);
    public static final FinessFlux CONVENTIONS = new FinessFlux(FichierFlux.CONVENTIONS);
    public static final FinessFlux POSITIONS = new FinessFlux(FichierFlux.POSITIONS);
    public static final FinessFlux AUTRES_ACTIVITES = new FinessFlux(FichierFlux.AUTRES_ACTIVITES);
    public static final FinessFlux ACTIVITES_RECONNUES = new FinessFlux(FichierFlux.ACTIVITES_RECONNUES);
    /** All but categories and statuses, which are {@link FinessNomenclature}. */
    public static final FinessFlux NOMENCLATURES = new FinessFlux(FichierFlux.NOMENCLATURES);

    private static final long serialVersionUID = 1L;
    /** A file that does not cite structures tells what it is within so many elements. */
    private static final int MOST_UNTOLD = 1_000;

    private final FichierFlux fichier;

    private FinessFlux(FichierFlux fichier) {
        this.fichier = fichier;
    }

    @Override
    public String name() {
        return fichier.formatName();
    }

    @Override
    public String title() {
        return fichier.title();
    }

    @Override
    public List<TableContract> tables() {
        return fichier.tables();
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!probe.text().contains("<fluxfiness")) {
            return Optional.empty();
        }
        Optional<LocalDate> told = Optional.empty();
        int untold = 0;
        try (FluxReader elements = new FluxReader(probe.file())) {
            for (FluxElement element = elements.next(); element != null; element = elements.next()) {
                if (element.isNamed(FichierFlux.HEADER)) {
                    told = Optional.ofNullable(element.values().get("datemaj")).flatMap(ReleaseDate::of);
                }
                Optional<FichierFlux> decided = FichierFlux.of(element);
                if (decided.isPresent()) {
                    return decided.equals(Optional.of(fichier))
                            ? Optional.of(recognised(probe, told))
                            : Optional.empty();
                }
                if (++untold > MOST_UNTOLD && !fichier.cites()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Recognised recognised(Probe probe, Optional<LocalDate> told) {
        return told.isPresent()
                ? new Recognised(name(), told.get(), "datemaj of the header")
                : new Recognised(name(), ReleaseDate.inName(probe.name()).orElse(null), "date in the name");
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return new FluxRecords(file, table, tables().get(0), fichier::table);
    }
}

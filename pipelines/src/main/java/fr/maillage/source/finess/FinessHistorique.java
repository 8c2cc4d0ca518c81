package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.HeaderCsv;
import fr.maillage.source.Headers;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.Separators;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The yearly export of FINESS stock and history, 2004 to 2025: one line per establishment under a header.
 *
 * <p>Its columns are found by their names. The file tells its day in its name alone; a year is its 1 January.
 */
public final class FinessHistorique implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final Set<String> TELLING = Set.of("nofinesset", "nofinessej", "categetab", "cog", "sourcegeocod");

    @Override
    public String name() {
        return "finess-historique";
    }

    @Override
    public String title() {
        return "FINESS, export annuel du stock et de l’historique";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.FINESS_HISTORIQUE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) {
        String header = probe.firstLine();
        String separator = Pattern.quote(String.valueOf(Separators.of(header)));
        Set<String> names = Arrays.stream(header.split(separator, -1))
                .map(Headers::normalised)
                .collect(Collectors.toSet());
        return names.containsAll(TELLING) ? Optional.of(Vintages.recognised(name(), probe)) : Optional.empty();
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return HeaderCsv.records(file, table);
    }
}

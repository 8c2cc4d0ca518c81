package fr.maillage.source.ban;

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
 * Numbered addresses of the Base Adresse Nationale, {@code adresses-01.csv}: of one département or of the whole country.
 *
 * <p>Columns came with the years and are found by their names; until 2018 the postal code was {@code code_post}. The file
 * does not tell its day: its name or its folder does.
 */
public final class BanAdresses implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final Set<String> TELLING = Set.of("id_fantoir", "rep", "code_insee");
    private static final Set<String> REQUIRED =
            Set.of("id", "numero", "rep", "nom_voie", "code_postal", "code_insee", "lon", "lat");

    @Override
    public String name() {
        return "ban-adresses";
    }

    @Override
    public String title() {
        return "Base Adresse Nationale, adresses";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.BAN_ADRESSE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) {
        String header = probe.firstLine();
        String separator = Pattern.quote(String.valueOf(Separators.of(header)));
        Set<String> names = Arrays.stream(header.split(separator, -1))
                .map(Headers::normalised)
                .map(BanAdresses::today)
                .collect(Collectors.toSet());
        return names.containsAll(TELLING) ? Optional.of(Vintages.recognised(name(), probe)) : Optional.empty();
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return HeaderCsv.records(file, table, BanAdresses::today, REQUIRED);
    }

    private static String today(String column) {
        return column.equals("code_post") ? "code_postal" : column;
    }
}

package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.HeaderCsv;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Table POP1B of the census, {@code BTT_TD_POP1B_AAAA.csv}: people of each commune by sex and single age, one line each.
 *
 * <p>Paris, Lyon and Marseille stand by arrondissement municipal. Counts of the census have decimals. The year is in the
 * name of the file only. Before 2012 the columns were called C_SEXE and C_AGED100, and the level NIVEAU.
 */
public final class PopulationAges implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "insee-population-ages";
    private static final Set<String> SIGNATURE = Set.of("codgeo", "sexe", "aged100", "nb");
    private static final Map<String, String> OTHER_NAMES =
            Map.of("niveau", "nivgeo", "c_sexe", "sexe", "c_aged100", "aged100");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "INSEE, population des communes par sexe et âge (recensement, table POP1B)";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.INSEE_POPULATION_AGE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) {
        if (!columns(probe.firstLine()).containsAll(SIGNATURE)) {
            return Optional.empty();
        }
        return Optional.of(Annees.ofName(probe)
                .map(year -> new Recognised(NAME, year, "year in the name"))
                .orElseGet(() -> new Recognised(NAME, null, "no year in the name")));
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return HeaderCsv.records(file, table, PopulationAges::renamed, SIGNATURE);
    }

    private static List<String> columns(String header) {
        return Header.of(header).columns().stream().map(PopulationAges::renamed).toList();
    }

    private static String renamed(String column) {
        return OTHER_NAMES.getOrDefault(column, column);
    }
}

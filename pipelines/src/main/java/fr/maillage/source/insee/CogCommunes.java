package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import java.io.IOException;
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
        return vintageByCommunes(probe, values -> "COM".equals(values[0]));
    }
}

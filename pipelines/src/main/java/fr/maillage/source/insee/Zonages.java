package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import java.io.IOException;
import java.util.Set;

/**
 * The zonings that communes belong to, one column each, saved as text from the workbook of INSEE.
 *
 * <p>No year is in the file: it is in the name, else known by the number of communes that INSEE publishes.
 */
public final class Zonages extends DelimitedFormat {

    private static final long serialVersionUID = 1L;
    private static final int CODGEO = Bronze.INSEE_ZONAGE.columns().indexOf("codgeo");

    public Zonages() {
        super(
                "insee-zonages",
                "INSEE, table d'appartenance géographique des communes",
                Set.of("codgeo", "libgeo", "dep", "arr", "epci"));
    }

    @Override
    TableContract table() {
        return Bronze.INSEE_ZONAGE;
    }

    @Override
    Set<String> required() {
        return Set.of("codgeo");
    }

    @Override
    Recognised vintage(Probe probe) throws IOException {
        return vintageByCommunes(probe, values -> values[CODGEO] != null);
    }
}

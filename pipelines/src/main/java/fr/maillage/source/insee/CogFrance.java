package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.Set;

/** Communes of the code officiel géographique until 2018, tab-separated, former communes and fractions of cantons among them. */
public final class CogFrance extends DelimitedFormat {

    private static final long serialVersionUID = 1L;

    public CogFrance() {
        super(
                "insee-france",
                "INSEE, communes actuelles et anciennes (jusqu’en 2018)",
                Set.of("actual", "pole", "nccenr"));
    }

    @Override
    TableContract table() {
        return Bronze.INSEE_FRANCE;
    }

    @Override
    Set<String> required() {
        return Set.of("actual", "reg", "dep", "com", "pole", "nccenr");
    }
}

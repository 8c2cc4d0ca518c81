package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.Set;

/** Régions of the code officiel géographique. */
public final class CogRegions extends DelimitedFormat {

    private static final long serialVersionUID = 1L;

    public CogRegions() {
        super("insee-regions", "INSEE, code officiel géographique, régions", Set.of("reg", "cheflieu", "ncc"));
    }

    @Override
    TableContract table() {
        return Bronze.INSEE_REGION;
    }

    @Override
    Set<String> required() {
        return Set.of("reg", "cheflieu", "libelle");
    }
}

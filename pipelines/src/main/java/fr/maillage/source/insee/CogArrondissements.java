package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.Set;

/** Arrondissements of the code officiel géographique. */
public final class CogArrondissements extends DelimitedFormat {

    private static final long serialVersionUID = 1L;

    public CogArrondissements() {
        super(
                "insee-arrondissements",
                "INSEE, code officiel géographique, arrondissements",
                Set.of("arr", "dep", "cheflieu", "ncc"));
    }

    @Override
    TableContract table() {
        return Bronze.INSEE_ARRONDISSEMENT;
    }

    @Override
    Set<String> required() {
        return Set.of("arr", "dep", "libelle");
    }
}

package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.Set;

/** Départements of the code officiel géographique. */
public final class CogDepartements extends DelimitedFormat {

    private static final long serialVersionUID = 1L;

    public CogDepartements() {
        super(
                "insee-departements",
                "INSEE, code officiel géographique, départements",
                Set.of("dep", "cheflieu", "ncc"));
    }

    @Override
    TableContract table() {
        return Bronze.INSEE_DEPARTEMENT;
    }

    @Override
    Set<String> required() {
        return Set.of("dep", "reg", "cheflieu", "libelle");
    }
}

package fr.maillage.source;

import fr.maillage.source.declaration.FichierDeclaration;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.source.finess.FinessEtalab;
import fr.maillage.source.finess.FinessFhir;
import fr.maillage.source.finess.FinessNomenclature;
import java.util.List;
import java.util.Optional;

/** The one list of file shapes that are understood. */
public final class Formats {

    /** In the order in which they are tried; recognition is by content, so the order decides nothing but speed. */
    public static final List<RegisterFormat> ALL = List.of(
            new FichierDeclaration(Gabarit.COOPERATIONS),
            new FichierDeclaration(Gabarit.MEMBRES),
            new FichierDeclaration(Gabarit.ACTIVITE),
            new FichierDeclaration(Gabarit.RELAIS),
            new FinessEtalab(),
            new FinessFhir(),
            FinessNomenclature.CATEGORIES,
            FinessNomenclature.STATUTS);

    private Formats() {}

    public static Optional<RegisterFormat> find(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}

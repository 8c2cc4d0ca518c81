package fr.maillage.source;

import fr.maillage.source.declaration.FichierDeclaration;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.source.dgcl.DgclEpci;
import fr.maillage.source.finess.FinessEtalab;
import fr.maillage.source.finess.FinessFhir;
import fr.maillage.source.finess.FinessNomenclature;
import fr.maillage.source.geo.ContoursGeoJson;
import fr.maillage.source.geo.ContoursGeoPackage;
import fr.maillage.source.insee.CogCommunes;
import fr.maillage.source.insee.CogDepartements;
import fr.maillage.source.insee.CogFrance;
import fr.maillage.source.insee.CogMouvements;
import fr.maillage.source.insee.CogRegions;
import fr.maillage.source.insee.EpciInsee;
import fr.maillage.source.insee.Populations;
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
            FinessNomenclature.STATUTS,
            new CogCommunes(),
            new CogDepartements(),
            new CogFrance(),
            new CogMouvements(),
            new CogRegions(),
            new ContoursGeoJson(),
            new ContoursGeoPackage(),
            new DgclEpci(),
            new EpciInsee(),
            new Populations());

    private Formats() {}

    public static Optional<RegisterFormat> find(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}

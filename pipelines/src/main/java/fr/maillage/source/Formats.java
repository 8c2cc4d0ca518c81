package fr.maillage.source;

import fr.maillage.source.ban.BanAdresses;
import fr.maillage.source.declaration.FichierDeclaration;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.source.declaration.Recensement;
import fr.maillage.source.dgcl.DgclEpci;
import fr.maillage.source.drees.Sae;
import fr.maillage.source.ess.Siae;
import fr.maillage.source.finess.FinessEtalab;
import fr.maillage.source.finess.FinessFhir;
import fr.maillage.source.finess.FinessFlux;
import fr.maillage.source.finess.FinessHistorique;
import fr.maillage.source.finess.FinessNomenclature;
import fr.maillage.source.finess.FinessPlus;
import fr.maillage.source.geo.ContoursGeoJson;
import fr.maillage.source.geo.ContoursGeoPackage;
import fr.maillage.source.geo.ContoursShapefile;
import fr.maillage.source.geo.PerimetresGeoJson;
import fr.maillage.source.geo.PerimetresGeoPackage;
import fr.maillage.source.insee.CogArrondissements;
import fr.maillage.source.insee.CogCommunes;
import fr.maillage.source.insee.CogDepartements;
import fr.maillage.source.insee.CogFrance;
import fr.maillage.source.insee.CogMouvements;
import fr.maillage.source.insee.CogRegions;
import fr.maillage.source.insee.EpciInsee;
import fr.maillage.source.insee.EstimationsDepartement;
import fr.maillage.source.insee.PopulationAges;
import fr.maillage.source.insee.Populations;
import fr.maillage.source.insee.StructureAges;
import fr.maillage.source.insee.StructureAgesClasseur;
import fr.maillage.source.insee.Zonages;
import fr.maillage.source.insee.ZonagesClasseur;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one list of file shapes that are understood. */
public final class Formats {

    /** In the order in which they are tried; recognition is by content, so the order decides nothing but speed. */
    public static final List<RegisterFormat> ALL =
            Stream.concat(declarations(), registers()).toList();

    private Formats() {}

    /** What people fill in: one format per template. */
    private static Stream<RegisterFormat> declarations() {
        return Arrays.stream(Gabarit.values()).map(FichierDeclaration::new);
    }

    /** What registers publish, and what has a shape of its own. */
    private static Stream<RegisterFormat> registers() {
        return Stream.of(
                new Recensement(),
                FinessEtalab.STRUCTURES,
                FinessEtalab.EQUIPEMENTS_SOCIAUX,
                FinessEtalab.ACTIVITES_DE_SOINS,
                FinessEtalab.EQUIPEMENTS_LOURDS,
                FinessEtalab.DISCIPLINES,
                new FinessHistorique(),
                new FinessFhir(),
                FinessNomenclature.CATEGORIES,
                FinessNomenclature.STATUTS,
                FinessFlux.ENTITES,
                FinessFlux.ETABLISSEMENTS,
                FinessFlux.ACTIVITES_DE_SOINS,
                FinessFlux.EQUIPEMENTS_LOURDS,
                FinessFlux.EQUIPEMENTS_SOCIAUX,
                FinessFlux.DISCIPLINES,
                FinessFlux.CONVENTIONS,
                FinessFlux.POSITIONS,
                FinessFlux.AUTRES_ACTIVITES,
                FinessFlux.ACTIVITES_RECONNUES,
                FinessFlux.NOMENCLATURES,
                FinessPlus.STRUCTURES,
                FinessPlus.ACTIVITES,
                new BanAdresses(),
                new CogArrondissements(),
                new CogCommunes(),
                new CogDepartements(),
                new CogFrance(),
                new CogMouvements(),
                new CogRegions(),
                new ContoursGeoJson(),
                new ContoursGeoPackage(),
                new ContoursShapefile(),
                new Siae(),
                new PerimetresGeoJson(),
                new PerimetresGeoPackage(),
                new DgclEpci(),
                new EpciInsee(),
                new EstimationsDepartement(),
                new PopulationAges(),
                new StructureAges(),
                new StructureAgesClasseur(),
                new Populations(),
                new Zonages(),
                new ZonagesClasseur(),
                Sae.IDENTIFICATION,
                Sae.HAD,
                Sae.MCO,
                Sae.PERINAT,
                Sae.PSY,
                Sae.SSR,
                Sae.URGENCES,
                Sae.USLD,
                Sae.GHT);
    }

    public static Optional<RegisterFormat> find(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}

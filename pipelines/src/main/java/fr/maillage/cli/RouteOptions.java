package fr.maillage.cli;

import fr.maillage.schemas.Parametres;
import fr.maillage.serving.trajet.CommunesPubliees;
import fr.maillage.trajet.Trajets;
import fr.maillage.trajet.route.ReseauRoutier;
import fr.maillage.trajet.route.Routes;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How a command is told which roads to follow. */
final class RouteOptions {

    private static final String KEPT = "routes";

    @Option(
            names = "--osm",
            paramLabel = "FILE",
            description =
                    "OpenStreetMap extract (.osm.pbf, .osm, .osm.gz, .osm.bz2) whose roads are followed; without it"
                            + " journeys are estimated. What is read of it is kept in the warehouse, in the folder routes.")
    private Path osm;

    /** Who tells the journeys. */
    String source() {
        return osm == null
                ? "Maillage"
                : "OpenStreetMap, " + osm.getFileName().toString().replaceAll("[;\"\\s]", "_");
    }

    /** What a command does with journeys. */
    interface Use<T> {
        T with(Trajets trajets) throws Exception;
    }

    /** Journeys along the roads of the extract if one is given, else by the estimate. */
    <T> T use(CommunesPubliees communes, CommonOptions common, Use<T> use) throws Exception {
        if (osm == null) {
            return use.with(communes.estimation());
        }
        Path kept = common.warehouse().parametres().resolveSibling(KEPT);
        try (ReseauRoutier reseau = ReseauRoutier.read(osm, kept)) {
            return use.with(new Routes(reseau, communes.all(), communes.value(Parametres.TRAJET_ACCROCHE_MAX_M)));
        }
    }
}

package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.serving.trajet.CommunesPubliees;
import fr.maillage.serving.trajet.IsochroneGeoJson;
import fr.maillage.trajet.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws what is reached by car from a place within some minutes. */
@Command(
        name = "isochrone",
        description =
                "Draws what is reached by car from a place within some minutes, and names the communes, as GeoJSON.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage isochrone --commune 23096 --minutes 15,30,60 --out gueret.geojson",
            "  maillage isochrone --point 1.87,46.17 --minutes 30 --osm limousin.osm.pbf --out gueret.geojson"
        })
final class IsochroneCommand implements Callable<Integer> {

    /** Where a journey starts. */
    static final class Depart {

        @Option(names = "--commune", paramLabel = "CODE", required = true, description = "INSEE code of a commune.")
        private String commune;

        @Option(
                names = "--point",
                paramLabel = "LON,LAT",
                required = true,
                description = "Longitude and latitude in degrees (WGS84).")
        private String point;

        Point in(CommunesPubliees communes) {
            return commune == null ? parsed(point) : communes.point(commune);
        }

        private static Point parsed(String text) {
            String[] cells = text.split(",", -1);
            try {
                Point point = new Point(Double.parseDouble(cells[0]), Double.parseDouble(cells[cells.length - 1]));
                if (cells.length == 2 && Math.abs(point.longitude()) <= 180 && Math.abs(point.latitude()) <= 90) {
                    return point;
                }
            } catch (NumberFormatException notANumber) {
                // Told below, with what was expected.
            }
            throw new MaillageException("Cannot start from '" + text
                    + "': it is not a longitude and a latitude in degrees. Write --point 1.87,46.17");
        }
    }

    @Mixin
    private CommonOptions common;

    @Mixin
    private CadreOptions cadre;

    @Mixin
    private RouteOptions routes;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Depart depart;

    @Option(
            names = "--minutes",
            paramLabel = "MINUTES",
            split = ",",
            required = true,
            description = "Times, separated by commas.")
    private List<Double> minutes;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "GeoJSON file to write.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        if (minutes.stream().anyMatch(limit -> !(limit > 0 && limit <= TrajetsCommand.MOST_MINUTES))) {
            throw new MaillageException("Cannot draw " + minutes + " minutes: times are above 0, and "
                    + TrajetsCommand.MOST_MINUTES + " at most.");
        }
        CommunesPubliees communes = Published.communes("draw what is reached", common, cadre.cadre());
        Point origine = depart.in(communes);
        String methode = routes.use(communes, common, trajets -> {
            IsochroneGeoJson.write(out, trajets, origine, minutes);
            return trajets.methode();
        });
        spec.commandLine().getOut().println("Written: " + out + " (methode_trajet " + methode + ")");
        return 0;
    }
}

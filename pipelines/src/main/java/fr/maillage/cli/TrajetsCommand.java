package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.serving.trajet.CommunesPubliees;
import fr.maillage.serving.trajet.TrajetsCsv;
import fr.maillage.trajet.PointCommune;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the journeys from communes to all those within some minutes. */
@Command(
        name = "trajets",
        description = {
            "Writes the journeys by car from communes to all those within some minutes, as CSV.",
            "Ingested, the file stands before the estimate in every table that tells a journey.",
            "For all communes at once as a table: maillage build silver.trajet_commune --set trajet_minutes_max=60"
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage trajets --from 23 --minutes 45 --out creuse.csv",
            "  maillage trajets --from 23 --minutes 60 --osm limousin.osm.pbf --out creuse.csv",
            "  maillage ingest creuse.csv; maillage build    # access to urban zones of the Creuse now follows roads"
        })
final class TrajetsCommand implements Callable<Integer> {

    static final double MOST_MINUTES = 600;

    @Mixin
    private CommonOptions common;

    @Mixin
    private CadreOptions cadre;

    @Mixin
    private RouteOptions routes;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "CODE",
            split = ",",
            required = true,
            description = "Communes journeys start from: their codes, or how these begin (23 for the Creuse).")
    private List<String> from;

    @Option(names = "--minutes", paramLabel = "MINUTES", required = true, description = "Time that may be taken.")
    private double minutes;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "CSV file to write.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
            throw new MaillageException("Cannot write journeys of " + minutes + " minutes: it is above 0, and "
                    + MOST_MINUTES + " at most.");
        }
        CommunesPubliees communes = Published.communes("write journeys", common, cadre.cadre());
        List<PointCommune> origines = communes.all().stream()
                .filter(commune -> from.stream().anyMatch(commune.code()::startsWith))
                .toList();
        if (origines.isEmpty()) {
            communes.point(String.join(",", from));
        }
        TrajetsCsv.Bilan bilan =
                routes.use(communes, common, trajets -> TrajetsCsv.write(out, trajets, origines, cadre(communes)));
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%,d journeys from %,d communes: %s%n", bilan.lignes(), origines.size(), out);
        if (!bilan.hors().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "%,d communes have no road of the extract within trajet_accroche_max_m, such as %s.%n",
                            bilan.hors().size(),
                            bilan.hors().get(0));
        }
        return 0;
    }

    private TrajetsCsv.Cadre cadre(CommunesPubliees communes) {
        return new TrajetsCsv.Cadre(minutes, communes.millesime(), routes.source());
    }
}

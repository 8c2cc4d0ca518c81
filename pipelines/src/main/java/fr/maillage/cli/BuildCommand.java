package fr.maillage.cli;

import fr.maillage.Pipeline;
import fr.maillage.source.LandingCopy;
import fr.maillage.warehouse.BuildReport;
import fr.maillage.warehouse.Cadre;
import fr.maillage.warehouse.TableBuilt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes what is out of date, in dependency order. */
@Command(
        name = "build",
        description = "Computes the tables that are out of date, in dependency order, and publishes them together.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage build",
            "  maillage build gold.offre_par_territoire --set geographie=2023",
            "  maillage build --from-landing sauvegarde/landing --warehouse neuf"
        })
final class BuildCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Mixin
    private CadreOptions cadre;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "TABLE",
            description = "Tables wanted, with what they need; all by default.")
    private List<String> tables = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Another value for a parameter of schemas/parametres.yaml, in this build.")
    private Map<String, String> parametres = Map.of();

    @Option(
            names = "--wait",
            arity = "0..1",
            paramLabel = "MINUTES",
            fallbackValue = "60",
            defaultValue = "0",
            description = "Waits for another writer to end, 60 minutes at most unless said otherwise.")
    private long minutes;

    @Option(
            names = "--from-landing",
            paramLabel = "DIR",
            description = "Fills an empty warehouse with the files of another one's landing, then builds.")
    private Path landing;

    @Override
    public Integer call() {
        if (landing != null) {
            LandingCopy.into(common.warehouse(), landing);
        }
        int code = build(Cadre.BASE);
        return code == 0 && !cadre.cadre().isBase() ? build(cadre.cadre()) : code;
    }

    private int build(Cadre wanted) {
        long start = System.nanoTime();
        BuildReport report;
        try (BuildProgress progress = new BuildProgress(spec.commandLine().getErr())) {
            report = new Pipeline(common.warehouse(), parametres, wanted)
                    .build(
                            tables.stream().map(name -> name.replace('.', '/')).toList(),
                            Duration.ofMinutes(minutes),
                            progress);
        }
        new BuildSummary(spec.commandLine()).write(report, (System.nanoTime() - start) / 1e9);
        return exitCode(report);
    }

    private static int exitCode(BuildReport report) {
        if (!report.failed()) {
            return 0;
        }
        boolean bug = report.tables().stream().anyMatch(table -> table.outcome() == TableBuilt.Outcome.FAILED);
        return bug ? 1 : MaillageCommand.REFUSED;
    }
}

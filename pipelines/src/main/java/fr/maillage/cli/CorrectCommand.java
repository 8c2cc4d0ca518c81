package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.source.declaration.FichierDeclaration;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Ingestion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in what persons say instead of what the register publishes. */
@Command(
        name = "correct",
        description =
                "Takes corrections of persons in: entite, champ, valeur, auteur, raison, date, and statut retiree to withdraw one. The next build lays them over what is published.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage ingest --template corrections modeles",
            "  maillage correct modeles/corrections.csv",
            "  maillage sql \"FROM silver.correction\"   (published and corrected values, conflicts)",
            "  maillage quality --to-correct a-corriger   (lines that could not be applied, with the reason)"
        })
final class CorrectCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file filled in after the template corrections.")
    private Path file;

    @Override
    public Integer call() {
        // Only files of this shape: another register given by mistake is not taken in.
        Ingestion ingestion = new Ingestion(
                common.warehouse(), List.of(new FichierDeclaration(Gabarit.CORRECTIONS)), IngestListener.SILENT);
        List<FileReport> reports = ingestion.ingest(List.of(file), new Ingestion.Options(null, false, Duration.ZERO));
        long lines = 0;
        for (FileReport report : reports) {
            if (report.failed()) {
                throw new MaillageException("Cannot take " + report.chemin() + " for corrections: "
                        + (report.reason().isEmpty() ? "it has not their columns" : report.reason())
                        + ". Fill in the template: maillage ingest --template corrections DIR.");
            }
            lines += report.rows();
        }
        spec.commandLine()
                .getOut()
                .println(
                        common.english()
                                ? lines + " line(s) of corrections recorded → maillage build"
                                : lines + " ligne(s) de corrections enregistrée(s) → maillage build");
        return 0;
    }
}

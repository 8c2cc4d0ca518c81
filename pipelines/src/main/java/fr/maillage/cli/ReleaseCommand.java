package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.source.Formats;
import fr.maillage.source.declaration.DeclarationParution;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Ingestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records what a person says of a release of the register: its scope, or that it is withdrawn. */
@Command(
        name = "release",
        description =
                "Says what a release of the register would have named, or withdraws it: the history is then as if it had never come. What is said is kept in the landing; the next build applies it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage release finess-etalab 2024-03-11 --scope \"75 92\" --reason \"extrait régional\"",
            "  maillage release finess-fhir 2021-01-08 --withdraw --reason \"fichiers incomplets\"",
            "  maillage release finess-fhir 2021-01-08 --restore --reason \"fichiers complétés\"",
            "  maillage sql \"FROM silver.parution ORDER BY date_parution\""
        })
final class ReleaseCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SYSTEM",
            description =
                    "Which system published it: finess-etalab, finess-historique, finess-flux, finess-fhir or finess-plus.")
    private String system;

    @Parameters(
            index = "1",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "The day of the release.")
    private LocalDate day;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; kept with what is said.")
    private String reason;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who says so (default: the user of the machine).")
    private String author;

    private static final class What {
        @Option(names = "--withdraw", description = "Withdraws the release.")
        private boolean withdraw;

        @Option(names = "--restore", description = "Takes a withdrawn release back in.")
        private boolean restore;

        @Option(
                names = "--scope",
                paramLabel = "nationale|echantillon|CODES",
                description = "The whole register, a sample, or the FINESS codes of the départements told whole.")
        private String scope;
    }

    @Override
    public Integer call() throws IOException {
        DeclarationParution declaration = new DeclarationParution(
                system, day, what.scope, what.withdraw && !what.restore, author, reason, Instant.now());
        Path folder = Files.createTempDirectory("maillage-release");
        Path file = folder.resolve(declaration.fileName());
        try {
            Files.writeString(file, declaration.csv());
            Ingestion ingestion = new Ingestion(common.warehouse(), Formats.ALL, IngestListener.SILENT);
            List<FileReport> reports =
                    ingestion.ingest(List.of(file), new Ingestion.Options(null, false, Duration.ZERO));
            if (reports.stream().anyMatch(FileReport::failed)) {
                throw new MaillageException("Cannot record what is said of " + system + " of " + day
                        + ": the declaration was refused. Check SYSTEM, DATE and --scope.");
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
        spec.commandLine().getOut().println(declaration.sentence(common.english()) + " → maillage build");
        return 0;
    }
}

package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.source.Formats;
import fr.maillage.source.declaration.Modeles;
import fr.maillage.source.declaration.Recensement;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.Ingestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files, archives and folders in. */
@Command(
        name = "ingest",
        description =
                "Takes files in: recognises them by their content, reads each whole, keeps the good ones unchanged.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage ingest etalab-cs1100507-stock-20260106-0444.csv communes_2024.zip",
            "  maillage ingest ~/registres --dry-run",
            "  maillage ingest contours.geojson --millesime 2024-01-01",
            "  maillage ingest --template membres modeles",
            "  maillage ingest liste-ars.xlsx --colonne \"Intitulé=nom\" --colonne \"Nature=support_juridique\""
        })
final class IngestCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files, archives or folders.")
    private List<Path> paths = List.of();

    @Option(names = "--dry-run", description = "Says what each file is, keeps nothing.")
    private boolean dryRun;

    @Option(names = "--verbose", description = "A line for every file; those of a folder are else told by format.")
    private boolean verbose;

    @Option(
            names = "--millesime",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "The day the data speaks of, as 2024-01-01 or 2024, when the files do not tell.")
    private LocalDate millesime;

    @Option(
            names = "--colonne",
            paramLabel = "TITLE=FIELD",
            description =
                    "Which field a column of your own list of cooperations is, such as \"Intitulé=nom\". Repeat it.")
    private Map<String, String> colonnes = Map.of();

    @Option(
            names = "--wait",
            arity = "0..1",
            paramLabel = "MINUTES",
            fallbackValue = "60",
            defaultValue = "0",
            description = "Waits for another writer to end, 60 minutes at most unless said otherwise.")
    private long minutes;

    /** The kinds of template, for the help. */
    static final class TemplateKinds implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Modeles.kinds().iterator();
        }
    }

    @Option(
            names = "--template",
            paramLabel = "KIND",
            completionCandidates = TemplateKinds.class,
            description = {
                "Writes the templates of an upload into the folder PATH, to be filled in.",
                "Kinds: ${COMPLETION-CANDIDATES}."
            })
    private String template;

    @Override
    public Integer call() throws IOException {
        if (paths.isEmpty()) {
            throw new MaillageException("Cannot ingest: no file was named. Give files, archives or folders.");
        }
        return template == null ? ingest() : writeTemplates();
    }

    private int ingest() {
        List<FileReport> reports;
        try (Progress progress = Progress.of(
                "ingest", Progress.Unit.MEGABYTES, spec.commandLine().getErr())) {
            Ingestion ingestion =
                    new Ingestion(common.warehouse(), Formats.ALL, new IngestProgress(progress, common.english()));
            reports = ingestion.ingest(
                    paths,
                    new Ingestion.Options(
                            millesime, dryRun, Duration.ofMinutes(minutes), Recensement.colonnes(colonnes)));
        }
        new IngestSummary(spec.commandLine(), common.english(), verbose || dryRun).write(reports);
        return reports.stream().anyMatch(FileReport::failed) ? MaillageCommand.REFUSED : 0;
    }

    private int writeTemplates() throws IOException {
        if (paths.size() > 1) {
            throw new MaillageException("Cannot write templates into several folders. Name one.");
        }
        Modeles.write(template, paths.get(0)).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}

package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.atlas.evaluation.EvaluationsPage;
import fr.maillage.evaluation.Evaluation;
import fr.maillage.evaluation.LectureEvaluations;
import fr.maillage.evaluation.Referentiels;
import fr.maillage.evaluation.TableauEvaluations;
import fr.maillage.experience.Libelles;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.query.WarehouseViews;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the assessment frameworks, and what the people of a cooperation answered to them. */
@Command(
        name = "evaluations",
        description =
                "Lists the assessment frameworks and their questions, or shows what a cooperation answered, with radars.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage evaluations",
            "  maillage evaluations --referentiel inter_diag",
            "  maillage ingest --template evaluations modeles",
            "  maillage evaluations rives-orlance",
            "  maillage evaluations rives-orlance --referentiel inter_diag --format csv",
            "  maillage evaluations rives-orlance --out atlas"
        })
final class EvaluationsCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "COOPERATION",
            description =
                    "Identifier of a cooperation; without it, the frameworks are shown, which needs no warehouse.")
    private String cooperation;

    @Option(
            names = {"--referentiel", "--framework"},
            paramLabel = "CODE",
            description = "Only this framework: inter_diag, cooperact, developpement_durable…")
    private String referentiel;

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table", description = "Default: table.")
    private OutputFormat format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes a page with a radar per framework there instead.")
    private Path folder;

    @Override
    public Integer call() throws SQLException {
        Libelles libelles = new Libelles(common.english());
        PrintWriter out = spec.commandLine().getOut();
        TableauEvaluations tableau = new TableauEvaluations(libelles, format, out);
        if (referentiel != null) {
            Referentiels.read(referentiel);
        }
        if (cooperation != null) {
            cooperation(libelles, tableau, out);
        } else if (folder != null) {
            throw new MaillageException("Cannot write a page: of which cooperation? Name one: maillage evaluations"
                    + " COOPERATION --out DIR.");
        } else if (referentiel == null) {
            tableau.referentiels();
        } else {
            tableau.items(referentiel);
        }
        return 0;
    }

    private void cooperation(Libelles libelles, TableauEvaluations tableau, PrintWriter out) throws SQLException {
        Evaluation all = read();
        Evaluation chosen = referentiel == null ? all : all.par(referentiel);
        if (chosen.resultats().isEmpty()) {
            throw new MaillageException("Cannot show evaluations of " + cooperation + " by " + referentiel
                    + ": nobody answered. Leave out --referentiel to see the others.");
        }
        if (folder == null) {
            tableau.resultats(chosen);
        } else {
            out.println(EvaluationsPage.write(chosen, folder, libelles));
        }
    }

    private Evaluation read() throws SQLException {
        try (WarehouseViews views = WarehouseViews.open(
                common.warehouse(), Published.newest("show evaluations", common), FileNames.of(common.warehouse()))) {
            return new LectureEvaluations(views).read(cooperation);
        }
    }
}

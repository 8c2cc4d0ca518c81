package fr.maillage.cli;

import fr.maillage.quality.Anomalies;
import fr.maillage.quality.AnomaliesAEnvoyer;
import fr.maillage.quality.AnomaliesGeoJson;
import fr.maillage.quality.Corrections;
import fr.maillage.quality.QualityReport;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.warehouse.Publication;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what was rejected and flagged, and whether every record is accounted for. */
@Command(
        name = "quality",
        description = "Shows what was rejected and flagged, by file and rule, with examples; and whether every record"
                + " that came in is accounted for.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage quality",
            "  maillage quality --format csv > qualite.csv",
            "  maillage quality --files --format json",
            "  maillage quality --drift   (documents that differ from their contract)",
            "  maillage quality --to-correct a-corriger   (refused lines of uploads, one file each)",
            "  maillage quality --anomalies --format csv   (what the rules find wrong with entities)",
            "  maillage quality --geojson anomalies.geojson   (the located ones, to be drawn on a map)",
            "  maillage quality --to-send envoi   (one file per register and département, to send to the producer)",
            "  maillage sql \"FROM silver.anomalie WHERE regle = 'siret_invalide'\"",
            "  maillage sql \"FROM silver.rejet\"   (every rejected row)"
        })
final class QualityCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table", description = "Default: table.")
    private OutputFormat format;

    @Option(names = "--files", description = "Only the records of each landed file: how many came in and out.")
    private boolean filesOnly;

    @Option(
            names = "--drift",
            description = "Only where documents differ from their contract: fields unknown, missing or of another type,"
                    + " and new codes.")
    private boolean driftOnly;

    @Option(
            names = "--to-correct",
            paramLabel = "DIR",
            description = "Only writes the refused lines of every upload into DIR, with the reason: to be corrected and"
                    + " ingested again.")
    private Path toCorrect;

    @Option(
            names = "--anomalies",
            description = "Only what the rules find wrong with entities: rule, severity, count, share and examples.")
    private boolean anomaliesOnly;

    @Option(names = "--geojson", paramLabel = "FILE", description = "Only writes the located anomalies into FILE.")
    private Path geojson;

    @Option(
            names = "--to-send",
            paramLabel = "DIR",
            description = "Only writes the anomalies into DIR, one CSV per register and département, to be sent to the"
                    + " producer.")
    private Path toSend;

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (toCorrect != null) {
            Corrections.write(common.warehouse(), Published.newest("give lines back", common), toCorrect)
                    .forEach(out::println);
            return 0;
        }
        if (geojson != null || toSend != null) {
            return writeAnomalies(out);
        }
        if (anomaliesOnly) {
            format.write(anomalies(), out);
            return 0;
        }
        QualityReport report = QualityReport.of(common.warehouse(), Published.newest("tell the quality", common));
        if (driftOnly) {
            format.write(report.drift(common.english()), out);
            return 0;
        }
        if (!filesOnly) {
            format.write(report.rules(common.english()), out);
        }
        if (!filesOnly && format == OutputFormat.TABLE) {
            out.println();
        }
        if (filesOnly || format == OutputFormat.TABLE) {
            format.write(report.counts(common.english()), out);
        }
        if (!filesOnly && format == OutputFormat.TABLE && report.hasDrift()) {
            out.println();
            format.write(report.drift(common.english()), out);
        }
        if (!filesOnly && format == OutputFormat.TABLE) {
            out.println();
            format.write(anomalies(), out);
        }
        return 0;
    }

    private Rows anomalies() throws SQLException {
        return Anomalies.of(common.warehouse(), Published.newest("tell the quality", common))
                .rows(common.english());
    }

    private int writeAnomalies(PrintWriter out) throws SQLException, IOException {
        Publication publication = Published.newest("write anomalies", common);
        if (geojson != null) {
            AnomaliesGeoJson.write(common.warehouse(), publication, geojson, common.english());
            out.println(geojson);
        }
        if (toSend != null) {
            AnomaliesAEnvoyer.write(common.warehouse(), publication, toSend, common.english())
                    .forEach(out::println);
        }
        return 0;
    }
}

package fr.maillage.cli;

import fr.maillage.Pipeline;
import fr.maillage.atlas.Atlas;
import fr.maillage.atlas.AtlasReader;
import fr.maillage.cli.demo.Constats;
import fr.maillage.example.Exemple;
import fr.maillage.schemas.Access;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.publish.PublishReport;
import fr.maillage.serving.publish.Publisher;
import fr.maillage.source.Formats;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Ingestion;
import fr.maillage.warehouse.BuildReport;
import fr.maillage.warehouse.Cadre;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Publications;
import fr.maillage.warehouse.PublishedTables;
import fr.maillage.warehouse.Sessions;
import fr.maillage.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Goes the whole way once on the embedded example: files, tables, database, maps, and what they say.
 *
 * <p>Its warehouse is its own, so that a fictional territory never stands among real ones.
 */
@Command(
        name = "demo",
        description = "Goes the whole way on a fictional territory: files in, tables, database, maps, findings.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  maillage demo", "  maillage demo --warehouse /tmp/essai --locale en"})
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            defaultValue = "demo",
            description = "Folder of the demo's own warehouse, with the example and the maps in it (default: ./demo).")
    private String location;

    @Option(
            names = "--locale",
            paramLabel = "fr|en",
            defaultValue = "fr",
            description = "Language of the findings and of the maps (default: ${DEFAULT-VALUE}).")
    private CommonOptions.Language language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        Warehouse warehouse = Warehouse.at(location);
        Path example = warehouse.root().resolve("exemple");
        step("Le territoire fictif de l’exemple est écrit", "The fictional territory is written", example);
        Exemple.write(example);
        ingest(warehouse, example);

        step("Les tables sont calculées", "Tables are computed", warehouse.root());
        BuildReport built = new Pipeline(warehouse, Map.of())
                .build(
                        List.of(),
                        Duration.ZERO,
                        new BuildProgress(spec.commandLine().getErr()));
        if (built.failed()) {
            new BuildSummary(spec.commandLine()).write(built, 0);
            return 1;
        }
        show(warehouse, new Publications(warehouse).newest());
        return 0;
    }

    private void ingest(Warehouse warehouse, Path example) {
        step("Les fichiers sont lus", "Files are read", example);
        List<FileReport> reports = new Ingestion(warehouse, Formats.ALL, IngestListener.SILENT)
                .ingest(List.of(example), new Ingestion.Options(null, false, Duration.ZERO));
        reports.stream().filter(FileReport::failed).findFirst().ifPresent(report -> {
            throw new IllegalStateException(report.chemin() + " was refused: " + report.reason());
        });
    }

    private void show(Warehouse warehouse, Publication publication) throws SQLException {
        PublishReport database = new Publisher(warehouse, FileNames.of(warehouse), Access.INTERNE)
                .publish(publication, Publisher.byDefault(warehouse, Cadre.BASE));
        step("La base est publiée", "The database is published", database.where());
        Path atlas = draw(warehouse, publication);
        step("Les cartes sont dessinées", "Maps are drawn", atlas);

        Constats constats = new Constats(warehouse, publication, english());
        constats.write(spec.commandLine().getOut());
        constats.writePaths(spec.commandLine().getOut(), location, atlas, database.where());
    }

    private Path draw(Warehouse warehouse, Publication publication) {
        SparkSession spark = Sessions.of(warehouse);
        try {
            PublishedTables tables = new PublishedTables(spark, warehouse, publication);
            Locale locale = english() ? Locale.ENGLISH : Locale.FRENCH;
            return Atlas.write(AtlasReader.read(tables), warehouse.root().resolve("atlas"), locale)
                    .get(0);
        } finally {
            spark.stop();
        }
    }

    private boolean english() {
        return language == CommonOptions.Language.en;
    }

    private void step(String french, String inEnglish, Object where) {
        spec.commandLine().getErr().println((english() ? inEnglish : french) + "… " + where);
    }
}

package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.atlas.Atlas;
import fr.maillage.atlas.AtlasReader;
import fr.maillage.schemas.Access;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.PublishedTables;
import fr.maillage.warehouse.Sessions;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.VisibleTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the maps of the newest publication. */
@Command(
        name = "atlas",
        description =
                "Draws the maps of the newest publication, its cooperations and the experiences, as pages that open from the disk without a network.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage atlas --out atlas",
            "  maillage atlas --out atlas --locale en",
            "  maillage atlas --out site --access public",
            "The first path written is the page to open; cooperations.html#coop:… is the sheet of one cooperation."
        })
final class AtlasCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Mixin
    private CadreOptions cadre;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "atlas",
            description = "Folder of the pages (default: ./atlas).")
    private Path out;

    @Option(
            names = "--access",
            paramLabel = "public|interne",
            defaultValue = "interne",
            description = "Who the pages are for: what fewer people may see stays out (default: ${DEFAULT-VALUE}).")
    private Access widest;

    @Override
    public void run() {
        if (widest == Access.NOMINATIF) {
            throw new MaillageException(
                    "Cannot draw what names natural persons: it never leaves the warehouse. Choose --access public or interne.");
        }
        Publication publication = Published.newest("draw the atlas", common, cadre.cadre());
        Locale locale = common.english() ? Locale.ENGLISH : Locale.FRENCH;
        SparkSession spark = Sessions.of(common.warehouse());
        try {
            Tables tables = new VisibleTables(new PublishedTables(spark, common.warehouse(), publication), widest);
            List<Path> written = Atlas.write(AtlasReader.read(tables), out, locale);
            written.forEach(page -> spec.commandLine().getOut().println(page));
        } finally {
            spark.stop();
        }
    }
}

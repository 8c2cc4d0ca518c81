package fr.maillage.cli;

import fr.maillage.schemas.Access;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.publish.PublishReport;
import fr.maillage.serving.publish.Publisher;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives the newest publication to a database that dashboards read. */
@Command(
        name = "publish",
        description =
                "Gives the newest publication to a database: tables, views with titles in two languages, comments.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage publish",
            "  maillage publish --to jdbc:duckdb:/srv/bi/maillage.duckdb --access public",
            "  MAILLAGE_JDBC_PASSWORD=… maillage publish --to 'jdbc:postgresql://localhost/bi?user=maillage'"
        })
final class PublishCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Mixin
    private CadreOptions cadre;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "JDBC-URL",
            description = "jdbc:duckdb:FILE or jdbc:postgresql://HOST/DATABASE; the password comes from"
                    + " MAILLAGE_JDBC_PASSWORD or PGPASSWORD (default: maillage.duckdb in the warehouse).")
    private String to;

    @Option(
            names = "--access",
            paramLabel = "public|interne",
            defaultValue = "interne",
            description = "Who the database is for: what fewer people may see stays out (default: ${DEFAULT-VALUE}).")
    private Access widest;

    @Override
    public void run() {
        long start = System.nanoTime();
        Warehouse warehouse = common.warehouse();
        Publication publication = Published.newest("publish", common, cadre.cadre());
        PublishReport report = new Publisher(warehouse, FileNames.of(warehouse), widest)
                .publish(publication, to == null ? Publisher.byDefault(warehouse, cadre.cadre()) : to);
        report.warnings().forEach(spec.commandLine().getErr()::println);
        spec.commandLine()
                .getOut()
                .printf(
                        "Publication %d: %d tables, %,d rows, %.1f s, %s%n",
                        report.publication(),
                        report.tables(),
                        report.rows(),
                        (System.nanoTime() - start) / 1e9,
                        report.where());
    }
}

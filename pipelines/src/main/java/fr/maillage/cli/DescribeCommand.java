package fr.maillage.cli;

import fr.maillage.schemas.TableContract;
import fr.maillage.serving.Contracts;
import fr.maillage.serving.TableDescription;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the dictionary: all tables, or what one of them promises. */
@Command(
        name = "describe",
        description = "Shows the dictionary: all tables, or the columns, keys and rules of one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage describe",
            "  maillage describe gold.offre_par_territoire",
            "  maillage describe etablissement --locale en --format csv"
        })
final class DescribeCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "A table, as gold.offre_par_territoire.")
    private String table;

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table", description = "Default: table.")
    private OutputFormat format;

    @Override
    public void run() {
        TableDescription description = new TableDescription(common.english());
        PrintWriter out = spec.commandLine().getOut();
        if (table != null && format == OutputFormat.TABLE) {
            description.write(Contracts.read(table), out);
            return;
        }
        format.write(table == null ? description.tables() : columns(description), out);
    }

    private Rows columns(TableDescription description) {
        TableContract contract = Contracts.read(table);
        return description.columns(contract);
    }
}

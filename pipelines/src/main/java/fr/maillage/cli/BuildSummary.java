package fr.maillage.cli;

import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.warehouse.BuildReport;
import fr.maillage.warehouse.TableBuilt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** The table that closes a build: what each table is now. */
final class BuildSummary {

    private final CommandLine command;

    BuildSummary(CommandLine command) {
        this.command = command;
    }

    void write(BuildReport report, double seconds) {
        if (report.nothingToDo()) {
            command.getOut()
                    .printf(
                            Locale.ROOT,
                            "Nothing to do: %d tables are up to date, publication %d (%.1f s).%n",
                            report.tables().size(),
                            report.publication(),
                            seconds);
            command.getOut().flush();
            return;
        }
        OutputFormat.TABLE.write(rows(report), command.getOut());
        command.getOut().println(closing(report, seconds));
        command.getOut().flush();
    }

    private static Rows rows(BuildReport report) {
        List<List<Object>> rows = new ArrayList<>();
        for (TableBuilt table : report.tables()) {
            rows.add(List.of(
                    table.table().replace('/', '.'),
                    table.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    table.rows(),
                    table.rejected(),
                    table.seconds(),
                    table.version()));
        }
        return Rows.of(
                List.of(
                        Rows.Column.text("table"),
                        Rows.Column.text("outcome"),
                        Rows.Column.number("rows"),
                        Rows.Column.number("rejected"),
                        Rows.Column.number("seconds"),
                        Rows.Column.number("version")),
                rows);
    }

    private static String closing(BuildReport report, double seconds) {
        long failed = report.tables().stream().filter(TableBuilt::failed).count();
        String published = report.published()
                ? "publication " + report.publication()
                : "publication " + report.publication() + " stays";
        return String.format(
                Locale.ROOT,
                "%d tables, %s in %.1f s%s",
                report.tables().size(),
                published,
                seconds,
                failed == 0 ? "." : "; " + failed + " could not be built: their former content stays.");
    }
}

package fr.maillage.cli;

import fr.maillage.serving.FileNames;
import fr.maillage.serving.changes.Life;
import fr.maillage.serving.changes.Numbers;
import fr.maillage.serving.changes.Phrases;
import fr.maillage.serving.query.WarehouseViews;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the life of an establishment or a legal entity in sentences. */
@Command(
        name = "history",
        description =
                "Tells the life of an establishment or legal entity in sentences, each with its date, source and release.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage history 620000034",
            "  maillage history 77930919400024 --locale en",
            "  maillage history 779309194"
        })
final class HistoryCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NUMBER", description = "A FINESS number, a SIREN or a SIRET.")
    private String number;

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (WarehouseViews views = WarehouseViews.open(
                common.warehouse(), Published.newest("tell a history", common), FileNames.of(common.warehouse()))) {
            Life life = new Life(views, Phrases.in(common.english()));
            Numbers.find(number, views).forEach(entity -> life.of(entity)
                    .forEach(phrase -> out.println(phrase.jour() + "  " + phrase.texte())));
        }
        out.flush();
        return 0;
    }
}

package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.query.SqlPrompt;
import fr.maillage.serving.query.SqlSession;
import fr.maillage.serving.query.WarehouseViews;
import fr.maillage.warehouse.Publication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one query over the newest publication, or opens a prompt. */
@Command(
        name = "sql",
        description =
                "Answers a query over the newest publication; without a query, opens a prompt (or reads one from standard input).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage sql \"SELECT * FROM gold.offre_par_territoire WHERE niveau = 'region' LIMIT 10\"",
            "  maillage sql \"FROM silver.rejet\" --format csv > rejets.csv",
            "  maillage sql \"DESCRIBE silver.etablissement\"",
            "  maillage sql"
        })
final class SqlCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Mixin
    private CadreOptions cadre;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "One SELECT, WITH, DESCRIBE or SHOW.")
    private String query;

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table", description = "Default: table.")
    private OutputFormat format;

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Publication publication = Published.newest("answer", common, cadre.cadre());
        try (WarehouseViews views =
                WarehouseViews.open(common.warehouse(), publication, FileNames.of(common.warehouse()))) {
            SqlSession session = new SqlSession(views, format, out, err);
            if (query != null) {
                session.answer(query);
            } else if (System.console() != null) {
                new SqlPrompt(session, views, err).run();
            } else {
                session.answer(standardInput());
            }
        }
        return 0;
    }

    private static String standardInput() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String text = reader.lines().collect(Collectors.joining("\n"));
        if (text.isBlank()) {
            throw new MaillageException("Cannot answer: there is no query. Give one: maillage sql \"SELECT …\"");
        }
        return text;
    }
}

package fr.maillage.cli;

import fr.maillage.MaillageException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program as typed: its commands, and what becomes of what they throw.
 *
 * <p>Exit codes: 0 done; 2 the person can mend it, told in one line; 1 a bug, told in one line with the file that holds its trace.
 */
@Command(
        name = "maillage",
        description = "Observes cooperation between health, social and solidarity organisations in France.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AssignCommand.class,
            AtlasCommand.class,
            BuildCommand.class,
            ChangesCommand.class,
            CorrectCommand.class,
            DemoCommand.class,
            DescribeCommand.class,
            DoctorCommand.class,
            EvaluationsCommand.class,
            ExperiencesCommand.class,
            HistoryCommand.class,
            IngestCommand.class,
            IsochroneCommand.class,
            PlanCommand.class,
            PublishCommand.class,
            QualityCommand.class,
            ReleaseCommand.class,
            SqlCommand.class,
            TrajetsCommand.class,
            VacuumCommand.class
        })
public final class MaillageCommand {

    /** The person can mend it. */
    public static final int REFUSED = 2;

    private MaillageCommand() {}

    /** Runs the command that {@code args} name; the result is the exit code. */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new MaillageCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(MaillageCommand::explain);
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof MaillageException) {
            command.getErr().println(e.getMessage());
            return REFUSED;
        }
        command.getErr().println(BugReport.write(e));
        return 1;
    }
}

package fr.maillage.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command answers when it is typed.
 *
 * @param out standard output
 * @param err standard error
 */
public record Typed(int exitCode, String out, String err) {

    public static Typed run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                MaillageCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(args);
        return new Typed(exitCode, out.toString(), err.toString());
    }
}

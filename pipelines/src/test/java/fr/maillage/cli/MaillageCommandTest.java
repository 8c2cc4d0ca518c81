package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MaillageCommandTest {

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamplesAndTheCommonOptions(String command) {
        Typed help = Typed.run(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Examples:", "maillage " + command, "--warehouse", "--locale");
    }

    static Stream<String> commands() {
        return MaillageCommand.commandLine().getSubcommands().keySet().stream();
    }

    @Test
    void namesTheCommandsWhenNoneIsGiven() {
        assertThat(commands()).contains("ingest", "build", "demo", "doctor", "publish", "sql", "atlas");
        assertThat(Typed.run().err()).contains("ingest", "build");
    }

    @Test
    void leavesWithTwoWhenThePersonCanMendIt() {
        Typed unknown = Typed.run("ingest", "--inconnu");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();

        Typed remote = Typed.run("ingest", "x.csv", "--warehouse", "s3://seau/entrepot");
        assertThat(remote.exitCode()).isEqualTo(2);
        assertThat(remote.err().strip()).hasLineCount(1).contains("s3://seau/entrepot", "only folders");
    }

    @Test
    void drawsNothingThatNamesPersons() {
        Typed named = Typed.run("atlas", "--access", "nominatif");

        assertThat(named.exitCode()).isEqualTo(2);
        assertThat(named.err().strip()).hasLineCount(1).contains("natural persons", "public or interne");
    }

    @Test
    void leavesWithOneAndKeepsTheTraceOfABug() throws Exception {
        CommandLine command = MaillageCommand.commandLine();
        StringWriter err = new StringWriter();
        command.setErr(new PrintWriter(err, true));

        int exitCode = command.getExecutionExceptionHandler()
                .handleExecutionException(new IllegalStateException("impossible"), command, null);

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString().strip()).hasLineCount(1).contains("A bug", "impossible");
        String file = err.toString().strip().replaceFirst(".* ", "");
        assertThat(Path.of(file)).content().contains("MaillageCommandTest");
        Files.delete(Path.of(file));
    }
}

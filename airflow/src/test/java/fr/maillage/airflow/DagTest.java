package fr.maillage.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The DAG can be read, and its tasks run our commands in order; skipped where there is no Python. */
class DagTest {

    @Test
    void runsTheCommandsInOrder() throws IOException, InterruptedException {
        assumeTrue(run("--version") != null, "python3 is not installed here: the DAG is not checked");
        assertThat(run("-B", "src/test/python/check_dag.py", "dags/maillage.py"))
                .startsWith("read with");
    }

    /** What Python prints; null when there is no Python. */
    private static String run(String... arguments) throws InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "python3";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process python =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            python.waitFor();
            return output;
        } catch (IOException e) {
            return null;
        }
    }
}

package fr.maillage.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The DAG run by a real Airflow, with a program that only writes down what it is told.
 *
 * <p>Skipped unless the environment variable {@code AIRFLOW} names an Airflow 3 command; see the README for how to have
 * one.
 */
class RealAirflowTest {

    private static final String AIRFLOW = System.getenv("AIRFLOW");

    @TempDir
    private Path folder;

    private Path said;

    @BeforeEach
    void installAirflow() throws IOException, InterruptedException {
        assumeTrue(AIRFLOW != null, "AIRFLOW names no airflow command: the DAG is not run");
        said = folder.resolve("said");
        assertThat(airflow("db", "migrate")).isZero();
    }

    @Test
    void runsTheFourCommandsOnTheWarehouse() throws IOException, InterruptedException {
        installProgram("true");

        assertThat(airflow("dags", "test", "maillage", "2026-11-20")).as(log()).isZero();
        assertThat(Files.readAllLines(said))
                .containsExactly(
                        "ingest depot --warehouse entrepot",
                        "build --wait 60 --warehouse entrepot",
                        "publish --to jdbc:duckdb:base.duckdb --warehouse entrepot",
                        "atlas --out pages --warehouse entrepot");
    }

    @Test
    void publishesNothingWhenTheBuildIsRefused() throws IOException, InterruptedException {
        installProgram("[ \"$1\" != build ] || exit 2");

        assertThat(airflow("dags", "test", "maillage", "2026-11-20")).isNotZero();
        assertThat(Files.readAllLines(said)).hasSize(2).last().asString().startsWith("build");
    }

    private void installProgram(String last) throws IOException {
        Path program = folder.resolve("maillage");
        Files.writeString(program, "#!/bin/sh\necho \"$@\" >>\"" + said + "\"\n" + last + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int airflow(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(AIRFLOW);
        builder.command().addAll(List.of(arguments));
        builder.environment()
                .putAll(Map.of(
                        "AIRFLOW_HOME", folder.resolve("airflow").toString(),
                        "AIRFLOW__CORE__LOAD_EXAMPLES", "False",
                        "AIRFLOW__CORE__DAGS_FOLDER",
                                Path.of("dags").toAbsolutePath().toString(),
                        "PYTHONDONTWRITEBYTECODE", "1",
                        "MAILLAGE_HOME", folder.toString(),
                        "MAILLAGE_WAREHOUSE", "entrepot",
                        "MAILLAGE_INBOX", "depot",
                        "MAILLAGE_PUBLISH_TO", "jdbc:duckdb:base.duckdb",
                        "MAILLAGE_ATLAS", "pages"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}

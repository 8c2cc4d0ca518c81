package fr.maillage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code maillage} with a Java that only repeats what it is told. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("..", "maillage");

    /** Makes the archive of classes it is asked for; leaves with the code in its last argument when that is a number. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            for a in "$@"; do
                echo "$a"
                case "$a" in -XX:ArchiveClassesAtExit=*) head -c 2000000 /dev/zero >"${a#*=}" ;; esac
            done
            case "$a" in [0-9]) exit "$a" ;; esac
            """;

    @TempDir
    private Path folder;

    private Path home;
    private Path java;

    private record Run(int exitCode, List<String> lines) {}

    @BeforeEach
    void installTheProgram() throws IOException {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "skipped: no bash here");
        home = Files.createDirectories(folder.resolve("mon dossier"));
        executable(home.resolve("maillage"), Files.readString(SCRIPT));
        Path lib = Files.createDirectories(home.resolve("pipelines/target/maillage/lib"));
        Files.writeString(lib.resolve("maillage-pipelines-1.jar"), "jar");
        java = javaOfVersion("17.0.9");
    }

    @Test
    void startsABuiltProgramWithoutMaven() throws Exception {
        Run run = run("describe", "gold.gestionnaire");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .containsSubsequence(
                        "-jar",
                        home.resolve("pipelines/target/maillage/lib/maillage-pipelines-1.jar")
                                .toString(),
                        "describe",
                        "gold.gestionnaire");
    }

    @Test
    void compilesLightlyButWhatRunsForLong() throws Exception {
        assertThat(run("describe").lines()).contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        assertThat(run("build").lines()).contains("-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC");
        assertThat(run("atlas").lines()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void makesTheArchiveOfClassesOnceAndAgainWhenAJarChanges() throws Exception {
        assertThat(run("describe").lines()).anyMatch(line -> line.startsWith("-XX:ArchiveClassesAtExit"));
        assertThat(run("describe").lines()).anyMatch(line -> line.startsWith("-XX:SharedArchiveFile"));

        Files.writeString(home.resolve("pipelines/target/maillage/lib/maillage-pipelines-1.jar"), "another jar");
        assertThat(run("describe").lines()).anyMatch(line -> line.startsWith("-XX:ArchiveClassesAtExit"));
    }

    @Test
    void keepsNoArchiveOfABuildThatHadNothingToDo() throws Exception {
        run("build");

        assertThat(run("build").lines()).anyMatch(line -> line.startsWith("-XX:ArchiveClassesAtExit"));
        try (var files = Files.list(home.resolve("pipelines/target/maillage"))) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .noneMatch(name -> name.contains(".jsa"));
        }
    }

    @Test
    void passesExitCodesAndOptionsOn() throws Exception {
        assertThat(run("sql", "2").exitCode()).isEqualTo(2);
        assertThat(run("sql", "0").exitCode()).isZero();
        assertThat(run("sql").lines()).contains("-Xmx5g", "-Dessai=oui");
    }

    @Test
    void refusesAJavaThatIsTooOld() throws Exception {
        assumeTrue(!Files.exists(Path.of("/usr/lib/jvm")), "skipped: another Java would be found here");
        java = javaOfVersion("11.0.2");

        Run run = run("describe");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).singleElement().asString().contains("no Java 17", "Install");
    }

    @Test
    void leavesAJavaThatIsTooOldForOneThatIsNot() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/lib/jvm")), "skipped: there is no other Java here");
        java = javaOfVersion("11.0.2");

        assertThat(String.join("\n", run("--help").lines())).doesNotContain("TieredStopAtLevel");
    }

    private Path javaOfVersion(String version) throws IOException {
        Path javaHome = Files.createDirectories(folder.resolve("jdk-" + version));
        Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"Essai\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(Files.createDirectories(javaHome.resolve("bin")).resolve("java"), JAVA);
        return javaHome;
    }

    private Run run(String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/bash", home.resolve("maillage").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("MAILLAGE_OPTS", "-Xmx5g -Dessai=oui");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said.lines().toList());
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

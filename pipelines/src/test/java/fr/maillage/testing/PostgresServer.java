package fr.maillage.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own for a test, on loopback, in a temporary folder; gone afterwards.
 *
 * <p>It needs the programs of PostgreSQL (Debian package {@code postgresql}), on the path or where Debian puts them.
 */
public final class PostgresServer implements AutoCloseable {

    private final Path programs;
    private final String folder;
    private final int port;

    private PostgresServer(Path programs, String folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where the server's programs are; empty when they are not installed. */
    public static Optional<Path> programs() {
        List<Path> places = new ArrayList<>();
        Arrays.stream(System.getenv("PATH").split(":", -1))
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .forEach(places::add);
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            versions.sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin"))
                    .forEach(places::add);
        } catch (IOException e) {
            // Not a Debian machine: the path is all there is.
        }
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst();
    }

    /** Starts a server; {@link #programs()} must have found one. */
    public static PostgresServer start() throws IOException, InterruptedException {
        Path programs = programs().orElseThrow();
        String folder =
                run(List.of("mktemp", "-d", "/tmp/maillage-postgres-XXXXXX")).strip();
        PostgresServer server = new PostgresServer(programs, folder, freePort());
        server.run("initdb", "-D", folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        server.run(
                "pg_ctl",
                "-D",
                folder + "/data",
                "-l",
                folder + "/log",
                "-w",
                "-o",
                "-h 127.0.0.1 -p " + server.port + " -k " + folder + " -c fsync=off",
                "start");
        return server;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop");
        run(List.of("rm", "-r", folder));
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(arguments));
        run(command);
    }

    /** PostgreSQL refuses to run as root: root runs it as the user its package makes. */
    private static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.addAll(arguments);
        Path output = Files.createTempFile("postgres", ".txt");
        int code = new ProcessBuilder(command)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + text);
        }
        return text;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

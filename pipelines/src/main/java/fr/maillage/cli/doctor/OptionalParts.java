package fr.maillage.cli.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs that some commands can use, none of which is needed. */
final class OptionalParts {

    private static final int POSTGRESQL_PORT = 5432;
    private static final int PATIENCE_MILLISECONDS = 200;

    private OptionalParts() {}

    static List<Diagnosis> examine() {
        return List.of(
                postgresql(),
                program("Chromium", "the test of the atlas needs it", "chromium", "chromium-browser", "google-chrome"),
                program("Jupyter", "the notebooks need it", "jupyter"),
                program("Maven", "building from source falls back to the wrapper", "mvn"));
    }

    private static Diagnosis postgresql() {
        String host = Optional.ofNullable(System.getenv("PGHOST"))
                .filter(name -> !name.startsWith("/"))
                .orElse("localhost");
        String port = Optional.ofNullable(System.getenv("PGPORT")).orElse(String.valueOf(POSTGRESQL_PORT));
        String server = host + ":" + port;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(port)), PATIENCE_MILLISECONDS);
            return Diagnosis.good("PostgreSQL", "PostgreSQL", "a server answers at " + server);
        } catch (IOException | NumberFormatException e) {
            return Diagnosis.optional(
                    "PostgreSQL", "PostgreSQL", "no server at " + server + "; publish writes a DuckDB file without it");
        }
    }

    private static Diagnosis program(String name, String use, String... commands) {
        return Arrays.stream(commands)
                .map(OptionalParts::find)
                .flatMap(Optional::stream)
                .findFirst()
                .map(path -> Diagnosis.good(name, name, path.toString()))
                .orElseGet(() -> Diagnosis.optional(name, name, "absent; " + use));
    }

    private static Optional<Path> find(String command) {
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(folders.split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

package fr.maillage.serving.publish;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Another process beside the test: a reader, a writer that dies, or a publish that never ends. */
public final class DuckDbProcess {

    private DuckDbProcess() {}

    public static void main(String[] args) throws SQLException {
        switch (args[0]) {
            case "read" -> System.out.print(read(args[1], args[2]));
            case "die-writing" -> dieWriting(args[1]);
            case "publish-for-ever" -> new DuckDbFile(Path.of(args[1])).publish(endless());
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    static Process start(String... args) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DuckDbProcess.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .start();
    }

    /** What a reader in another process sees. */
    static String readElsewhere(Path database, String query) throws IOException, InterruptedException {
        Process reader = start("read", database.toString(), query);
        String answer = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return reader.waitFor() == 0 ? answer : "failed";
    }

    static String read(String database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database)) {
            return read(connection, query);
        }
    }

    static String read(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            StringBuilder text = new StringBuilder();
            while (result.next()) {
                text.append(text.isEmpty() ? "" : "\n").append(result.getString(1));
            }
            return text.toString();
        }
    }

    /** Leaves a write-ahead log beside the database, as a killed writer does. */
    private static void dieWriting(String database) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA gold");
            statement.execute("CREATE TABLE gold.offre_par_territoire (code_territoire VARCHAR)");
            statement.execute("CHECKPOINT");
            statement.execute("INSERT INTO gold.offre_par_territoire SELECT 'étranger' FROM range(10)");
        }
        Runtime.getRuntime().halt(9);
    }

    private static Contents endless() {
        PublishedTable table = new PublishedTable(
                "gold",
                "sans_fin",
                "",
                "",
                "",
                List.of(),
                "SELECT sum(sin(a.range * b.range)) AS s FROM range(10000000) a, range(10000000) b");
        return new Contents(
                new fr.maillage.warehouse.Publication(9, Instant.EPOCH, "", Map.of(), Map.of()), List.of(table));
    }
}

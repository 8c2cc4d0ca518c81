package fr.maillage.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class of the tests running in a Java process of its own: for locks, kills and readers that only real processes show.
 *
 * <p>What it has to tell, it tells with {@link #say}: other lines of its standard output count for nothing.
 */
public final class OtherProcess implements AutoCloseable {

    private static final String SAID = "> ";

    private final Process process;
    private final Path errors;
    private final BufferedReader output;

    private OtherProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts {@code main} with the class path and the opened packages of this process. */
    public static OtherProcess start(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        opened().forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(args));
        Path errors = Files.createTempFile("maillage-essai", ".err");
        return new OtherProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    private static Stream<String> opened() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"));
    }

    /** Tells the test something, from inside the other process. */
    public static void say(String what) {
        System.out.println(SAID + what);
        System.out.flush();
    }

    /** Tells the test something and stays there until it is killed. */
    public static void sayAndStay(String what) {
        say(what);
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next thing it says; fails with its errors when it ended without a word. */
    public String heard() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(SAID)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new AssertionError("The other process ended too early:\n" + Files.readString(errors));
        }
        return line.substring(SAID.length());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws IOException {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(errors);
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}

package fr.maillage.bench;

import fr.maillage.testing.etalab.ParutionEtalab;
import fr.maillage.testing.etalab.RegistreEtalab;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.io.file.PathUtils;

/**
 * What a history of many monthly releases of the whole country costs: generated in the etalab format, taken in and built
 * at once; then one more release; then the state on a day that is past. Prints a table.
 *
 * <p>Each phase has a process of its own, with the options of Java that {@code maillage build} has, as it would when a
 * release comes once a month: start of Java and Spark belong to what it costs.
 *
 * <p>{@code --releases N} and {@code --establishments N} give the size, {@code --heap 6g} the heap. {@code --check} builds
 * the releases a second time, all at once in an empty warehouse, and compares the histories. {@code --folder DIR} keeps
 * files and warehouses there; the files are else compressed and removed.
 */
public final class BenchHistory {

    private static final LocalDate FIRST = LocalDate.of(2021, 5, 4);
    private static final List<String> OPTIONS = List.of("--releases", "--establishments", "--heap", "--folder");

    private final int releases;
    private final int establishments;
    private final String heap;
    private final Path folder;

    private BenchHistory(int releases, int establishments, String heap, Path folder) {
        this.releases = releases;
        this.establishments = establishments;
        this.heap = heap;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("phase")) {
            HistoryPhase.main(args);
            return;
        }
        check(List.of(args));
        String kept = option(args, "--folder", null);
        Path folder = kept == null ? Files.createTempDirectory("history") : Files.createDirectories(Path.of(kept));
        try {
            new BenchHistory(
                            Integer.parseInt(option(args, "--releases", "60")),
                            Integer.parseInt(option(args, "--establishments", "102000")),
                            option(args, "--heap", null),
                            folder.toAbsolutePath())
                    .run(List.of(args).contains("--check"));
        } finally {
            if (kept == null) {
                PathUtils.deleteDirectory(folder);
            }
        }
    }

    private static void check(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            boolean valued = OPTIONS.contains(args.get(i)) && ++i < args.size();
            if (!valued && !args.get(i).equals("--check")) {
                System.err.println("Cannot run: unknown option " + args.get(Math.min(i, args.size() - 1))
                        + ". Usage: bench history [--releases N] [--establishments N] [--check] [--heap 6g] [--folder DIR]");
                System.exit(2);
            }
        }
    }

    private static String option(String[] args, String name, String otherwise) {
        int at = List.of(args).indexOf(name);
        return at < 0 || at + 1 == args.length ? otherwise : args[at + 1];
    }

    private void run(boolean check) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%d processors, shared with whatever else runs; %d monthly releases of %d establishments, then one more%n",
                Runtime.getRuntime().availableProcessors(),
                releases,
                establishments);
        RegistreEtalab registre = new RegistreEtalab(establishments, FIRST);
        long bytes = generate(registre, folder.resolve("releases"), releases);
        phase("first", "releases", "warehouse");
        registre.avance();
        generate(registre, folder.resolve("next"), 1);
        phase("next", "next", "warehouse");
        phase("read", "next", "warehouse");
        if (check) {
            both();
            phase("check", "all", "whole");
        }
        print(bytes, check);
    }

    private static long generate(RegistreEtalab registre, Path folder, int times) throws IOException {
        long start = System.nanoTime();
        long bytes = 0;
        ParutionEtalab parution = new ParutionEtalab(registre);
        for (int month = 0; month < times; month++) {
            if (month > 0) {
                registre.avance();
            }
            bytes += parution.write(folder, ".csv.gz");
        }
        System.out.printf(
                Locale.ROOT, "generated %d releases in %.0f s, %d MB of text%n", times, seconds(start), bytes >> 20);
        return bytes;
    }

    /** All files in one folder, for the history that is made at once. */
    private void both() throws IOException {
        Path all = Files.createDirectories(folder.resolve("all"));
        for (String part : List.of("releases", "next")) {
            try (var files = Files.list(folder.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.createLink(all.resolve(file.getFileName()), file);
                }
            }
        }
    }

    private void phase(String name, String files, String warehouse) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap == null ? "-XX:MaxRAMPercentage=50" : "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseParallelGC"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-D") || option.startsWith("--add") || option.startsWith("-Xlog"))
                .forEach(command::add);
        // Spark needs what the manifest of the jar opens.
        command.addAll(List.of("-Dspark.log.level=ERROR", "-jar", System.getProperty("java.class.path"), "history"));
        command.addAll(List.of("phase", name, folder.toString(), files, warehouse, Integer.toString(establishments)));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("The process of the phase " + name + " ended with " + status);
        }
    }

    private void print(long bytes, boolean check) throws IOException {
        Properties first = found("first");
        Properties next = found("next");
        Properties read = found("read");
        double rebuilt = number(first, "ingest") + number(first, "build");
        double added = number(next, "ingest") + number(next, "build");
        System.out.printf("%n%-66s %14s%n", "what", "figure");
        row("ingest of the " + releases + ", s", first, "ingest");
        row("build of the " + releases + " at once, s", first, "build");
        row("… of which processor, s", first, "cpu");
        row("… memory at most, MB", first, "memory");
        row("ingest of the next, s", next, "ingest");
        row("build of the next, s", next, "build");
        row("… of which processor, s", next, "cpu");
        row("… memory at most, MB", next, "memory");
        row("next / all, start of Java and Spark included, %", 100 * added / rebuilt);
        row("rows of silver/etablissement_version", next, "rows.etablissement_version");
        row("rows of silver/entite_juridique_version", next, "rows.entite_juridique_version");
        row("text of the " + releases + " releases, MB", bytes / 1e6);
        row("the same landed, compressed, MB", first, "landed");
        row("the same as bronze tables, MB", first, "bronze");
        row("histories of the " + releases + ", MB", first, "history");
        row("history / landed, %", 100 * number(first, "history") / number(first, "landed"));
        row("history / bronze, %", 100 * number(first, "history") / number(first, "bronze"));
        row("state on " + read.getProperty("day") + ", DuckDB, all columns as CSV, s", read, "duckdb");
        row("… of which opening the publication, s", read, "opening");
        row("… rows", read, "rows");
        row("the same in Spark, session open, s", read, "spark");
        if (check) {
            row("all " + (releases + 1) + " at once in an empty warehouse: build, s", found("check"), "build");
            System.out.printf("%-66s %14s%n", "same digests of the two histories", same(next, found("check")));
        }
        System.out.printf(
                "%n./maillage bench history --releases %d --establishments %d%s%s%n",
                releases, establishments, check ? " --check" : "", heap == null ? "" : " --heap " + heap);
    }

    private static boolean same(Properties one, Properties other) {
        return HistoryPhase.HISTORIES.stream()
                .map(table -> "digest." + table.name())
                .allMatch(key -> one.getProperty(key).equals(other.getProperty(key)));
    }

    private static void row(String what, Properties phase, String key) {
        row(what, number(phase, key));
    }

    private static void row(String what, double figure) {
        System.out.printf(Locale.ROOT, Math.rint(figure) == figure ? "%-66s %,14.0f%n" : "%-66s %,14.1f%n", what, figure);
    }

    private static double number(Properties phase, String key) {
        return Double.parseDouble(phase.getProperty(key));
    }

    private Properties found(String phase) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(phase + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

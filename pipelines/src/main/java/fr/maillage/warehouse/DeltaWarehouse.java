package fr.maillage.warehouse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.maillage.schemas.FieldType;
import fr.maillage.schemas.TableContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The only class that writes tables: files aside, then a commit.
 *
 * <p>Files go to {@code <table>/run-<key>/}, invisible until the Delta log names them. What they hold is written beside
 * them once they passed the checks, so that a build that was killed before its publication is taken up where it stopped.
 */
final class DeltaWarehouse {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESULT = "_resultat.json";
    private static final String PART = "_partie";

    private final Warehouse warehouse;
    private final DeltaCommit delta = new DeltaCommit();

    private final boolean committing;

    /** @param committing false for files of a cadre, which its publication alone names */
    DeltaWarehouse(Warehouse warehouse, boolean committing) {
        this.warehouse = warehouse;
        this.committing = committing;
    }

    /** Writes rows aside and names their files, relative to the table's folder. */
    List<String> stage(TableContract table, String key, Dataset<Row> rows) {
        Path run = run(table, key);
        delete(run);
        DataFrameWriter<Row> writer = rows.write();
        if (isNested(table)) {
            // Looking up each text in a dictionary takes half the time of writing documents, for files one eighth
            // smaller.
            writer.option("parquet.enable.dictionary", "false");
        }
        writer.parquet(SparkPaths.of(run));
        return parquetFiles(table, run);
    }

    private static boolean isNested(TableContract table) {
        return table.fields().stream()
                .anyMatch(field -> field.type() == FieldType.OBJECT || field.type() == FieldType.ARRAY);
    }

    /** Writes rows aside in several parts and names the files of each, by the text that says which part a row is of. */
    Map<String, List<String>> stage(TableContract table, String key, Dataset<Row> rows, Column part) {
        Path run = run(table, key);
        delete(run);
        rows.withColumn(PART, part).write().partitionBy(PART).parquet(SparkPaths.of(run));
        Map<String, List<String>> files = new TreeMap<>();
        try (Stream<Path> folders = Files.list(run)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                String value = folder.getFileName().toString().substring(PART.length() + 1);
                // A folder named column=value would be read as one more column.
                Path plain = Files.move(folder, run.resolve(value));
                files.put(value, parquetFiles(table, plain));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** What an earlier run with the same key staged and checked, when it was cut off before its publication. */
    Optional<List<Part>> staged(TableContract table, String key) {
        Path result = run(table, key).resolve(RESULT);
        if (!Files.exists(result)) {
            return Optional.empty();
        }
        try {
            List<Part> parts = JSON.readValue(result.toFile(), new TypeReference<List<Part>>() {});
            boolean whole = parts.stream()
                    .flatMap(part -> part.files().stream())
                    .allMatch(file -> Files.exists(warehouse.table(table).resolve(file)));
            return whole ? Optional.of(parts) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Says that the staged files passed their checks. */
    void approve(TableContract table, String key, List<Part> parts) {
        Path result = run(table, key).resolve(RESULT);
        Path aside = result.resolveSibling("_resultat.tmp");
        try {
            Files.createDirectories(result.getParent());
            JSON.writeValue(aside.toFile(), parts);
            Files.move(aside, result, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what was staged. */
    void discard(TableContract table, String key) {
        delete(run(table, key));
    }

    /** Makes the files the table's content and gives its version. */
    long commit(TableContract table, List<String> files) {
        return committing ? delta.commit(warehouse.table(table), SparkSchemas.stored(table), files) : -1;
    }

    /** Files of a table as a relation of {@link FileQueries}. */
    String relation(TableContract table, List<String> files) {
        return FileQueries.relation(warehouse.table(table), files);
    }

    private Path run(TableContract table, String key) {
        return warehouse.table(table).resolve("run-" + key);
    }

    private List<String> parquetFiles(TableContract table, Path run) {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .map(file -> warehouse.table(table).relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }
}

package fr.maillage.serving.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.MaillageException;
import fr.maillage.source.Separators;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A file of points that a person brings: CSV with a header line, or Parquet. */
public final class PointsFile {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final Path path;
    private final boolean parquet;

    private PointsFile(Path path, boolean parquet) {
        this.path = path;
        this.parquet = parquet;
    }

    /** @throws MaillageException when there is no such file, or nothing in it */
    public static PointsFile of(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return new PointsFile(path, true);
            }
            byte[] head;
            try (InputStream content = Files.newInputStream(path)) {
                head = content.readNBytes(PARQUET.length);
            }
            if (head.length == 0) {
                throw new MaillageException(
                        "Cannot assign the points of " + path + ": it is empty. Give a file with points.");
            }
            return new PointsFile(path, java.util.Arrays.equals(head, PARQUET));
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot read " + path + ": there is no such file, or it cannot be opened. Check the path.", e);
        }
    }

    /** All its columns; those of a CSV are texts. */
    public Dataset<Row> read(SparkSession spark) {
        if (parquet) {
            return spark.read().parquet(path.toString());
        }
        return spark.read()
                .option("header", true)
                .option("sep", String.valueOf(Separators.of(header())))
                .option("multiLine", false)
                .csv(path.toString());
    }

    private String header() {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            return Objects.requireNonNullElse(reader.readLine(), "");
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot read " + path + ": it is no text in UTF-8. Save it as CSV in UTF-8, or as Parquet.", e);
        }
    }

    /** The first of the usual names that there is a column of. */
    public static String named(List<String> columns, List<String> usual, String option) {
        return usual.stream()
                .flatMap(name -> columns.stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).equals(name)))
                .findFirst()
                .orElseThrow(() -> new MaillageException("Cannot assign the points: none of their columns ("
                        + String.join(", ", columns) + ") is called " + String.join(", ", usual) + ". Name it with "
                        + option + "."));
    }

    /**
     * Writes the points with their territories, beside first and then at their place, and says how many there were.
     *
     * @throws MaillageException when something is there already
     */
    public String write(Affectation affectation, Dataset<Row> points, Path out, boolean english) throws IOException {
        if (Files.exists(out)) {
            throw new MaillageException(
                    "Cannot write " + out + ": it is there already. Remove it or choose another --out.");
        }
        Observation observed = new Observation("points");
        Column none = col(Affectation.colonne(affectation.niveaux().get(0))).isNull();
        Dataset<Row> assigned = affectation
                .affecte(points)
                .observe(observed, count(lit(1)).as("points"), count_if(none).as("dehors"));
        Path aside = Path.of(out + ".part");
        try {
            if (out.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                assigned.coalesce(1)
                        .write()
                        .mode("overwrite")
                        .option("header", true)
                        .csv(aside.toString());
                Files.move(only(aside), out);
            } else {
                assigned.write().mode("overwrite").parquet(aside.toString());
                Files.move(aside, out);
            }
        } finally {
            if (Files.exists(aside)) {
                PathUtils.deleteDirectory(aside);
            }
        }
        return told(affectation, observed, english);
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String told(Affectation affectation, Observation observed, boolean english) {
        Map<String, Object> counts = counts(observed);
        String niveau = affectation.niveaux().get(0);
        return english
                ? counts.get("points") + " points, of which " + counts.get("dehors") + " in no " + niveau
                        + " or without a position."
                : counts.get("points") + " points, dont " + counts.get("dehors") + " hors de tout niveau " + niveau
                        + " ou sans position.";
    }

    private static Map<String, Object> counts(Observation observed) {
        try {
            return observed.getAsJava();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MaillageException("Cannot count the points: the program was told to stop. Run it again.", e);
        }
    }
}

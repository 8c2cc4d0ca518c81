package fr.maillage.testing.plus;

import fr.maillage.source.finess.FinessPlus;
import fr.maillage.testing.BronzeRows;
import fr.maillage.testing.Probes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Two small documents that belong together, as bronze has them: every quirk of the format stands in them. */
public record DocumentsDessai(SparkSession spark) {

    /** A day on which both documents are known. */
    public static final LocalDate JOUR = LocalDate.of(2026, 8, 1);

    public Dataset<Row> structures() {
        return structures(text("structures.json"));
    }

    public Dataset<Row> activites() {
        return activites(text("activites.json"));
    }

    public Dataset<Row> structures(String document) {
        return rows(FinessPlus.STRUCTURES, document);
    }

    public Dataset<Row> activites(String document) {
        return rows(FinessPlus.ACTIVITES, document);
    }

    private Dataset<Row> rows(FinessPlus format, String document) {
        try {
            Path folder = Files.createTempDirectory("document");
            Path file = Files.writeString(folder.resolve("document.json"), document);
            Dataset<Row> rows = BronzeRows.of(
                    spark,
                    format,
                    Probes.of(file, "document-" + document.hashCode() + ".json"),
                    format.tables().get(0));
            Files.delete(file);
            Files.delete(folder);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of one of them, to be changed. */
    public static String text(String name) {
        try (InputStream in = DocumentsDessai.class.getResourceAsStream("/plus/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

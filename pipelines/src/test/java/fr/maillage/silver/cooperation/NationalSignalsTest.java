package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.SparkSchemas;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The signals of cooperation in the national registry of January 2021; skipped where the data is absent. */
@SparkTest
class NationalSignalsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StructType SCHEMA = SparkSchemas.read(Silver.ETABLISSEMENT);

    @Test
    void findsEveryGroupingThatACategoryOrANameGivesAway(SparkSession spark) throws IOException {
        Dataset<Row> etablissements = spark.createDataFrame(rows(RealData.path("finess/fhir-20210108")), SCHEMA);
        Dataset<Row> entites = spark.createDataFrame(List.of(), SparkSchemas.read(Silver.ENTITE_JURIDIQUE));

        Dataset<Row> signals = CooperationsDetectees.signaux(
                        etablissements, entites, CodeList.read("signal_cooperation"))
                .select(col("_signal.code").as("code"), col(NUMERO_FINESS_ET), col(NOM), col(NUMERO_FINESS))
                .cache();

        Map<String, Long> found = new HashMap<>();
        signals.groupBy("code")
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> found.put(row.getString(0), row.getLong(1)));
        Assertions.assertThat(found)
                .containsEntry("categorie:604", 90L)
                .containsEntry("categorie:603", 1541L)
                .containsEntry("categorie:463", 277L)
                .containsEntry("categorie:695", 20L)
                .containsEntry("categorie:696", 694L)
                .containsEntry("categorie:697", 77L);
        // Thirty-two names say GCSMS in one word, one more says G.C.S.M.S.
        Assertions.assertThat(signals.where(col("code").equalTo("nom:GCSMS").and(col(NOM).contains("GCSMS")))
                        .count())
                .isEqualTo(32);
        Assertions.assertThat(found).containsEntry("nom:GCSMS", 33L);
        signals.unpersist();
    }

    private static List<Row> rows(Path folder) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".tar.gz")).toList()) {
                try (TarArchiveInputStream tar =
                        new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
                    while (tar.getNextEntry() != null) {
                        new BufferedReader(new InputStreamReader(tar, StandardCharsets.UTF_8))
                                .lines()
                                .filter(line -> line.contains("\"Organization\""))
                                .forEach(line -> rows.add(row(line)));
                    }
                }
            }
        }
        return rows;
    }

    private static Row row(String line) {
        try {
            JsonNode resource = JSON.readTree(line);
            Object[] values = new Object[SCHEMA.size()];
            String[] numbers = resource.path("id").asText().split("-");
            values[SCHEMA.fieldIndex(NUMERO_FINESS_EJ)] = numbers[0];
            values[SCHEMA.fieldIndex(NUMERO_FINESS_ET)] = numbers[1];
            values[SCHEMA.fieldIndex(NOM)] = resource.path("name").asText();
            values[SCHEMA.fieldIndex(CODE_CATEGORIE)] = category(resource);
            return RowFactory.create(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String category(JsonNode resource) {
        for (JsonNode coding : resource.path("type").path(0).path("coding")) {
            if (coding.path("system").asText().endsWith("CAT_ETAB")) {
                return coding.path("code").asText();
            }
        }
        return null;
    }
}

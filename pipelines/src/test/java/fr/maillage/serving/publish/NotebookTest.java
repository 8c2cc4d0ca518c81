package fr.maillage.serving.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.maillage.schemas.Access;
import fr.maillage.schemas.Gold;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks run from end to end on a published database; skipped where Jupyter cannot be had. */
@SparkTest
class NotebookTest {

    private static final String PYTHON =
            Optional.ofNullable(System.getenv("MAILLAGE_PYTHON")).orElse("python3");

    @TempDir
    Path folder;

    @Test
    void couvertureAnswersItsQuestion(SparkSession spark) throws Exception {
        assumeTrue(
                run(Map.of(), "-c", "import nbconvert, ipykernel, duckdb, matplotlib") == 0,
                "Jupyter, DuckDB or Matplotlib is not installed for " + PYTHON
                        + ": notebooks are not executed (pip install jupyter duckdb matplotlib)");
        var fabricated =
                new FabricatedWarehouse(spark, folder.resolve("entrepot")).with(Gold.COUVERTURE_PAR_TERRITOIRE, """
                        niveau | libelle_territoire | perimetre | niveau_categorie | forme_juridique | date_observation | nb_etablissements | nb_etablissements_en_cooperation | part_etablissements_en_cooperation | population
                        epci   | CC du Val Blanc    | tous      | ensemble         | toutes          | 2026-01-01       | 12                | 0                                | 0.0                                | 18250
                        epci   | CA des Trois Ponts | tous      | ensemble         | toutes          | 2026-01-01       | 40                | 10                               | 0.25                               | 92000
                        epci   | CC Sans Relevé     | tous      | ensemble         | toutes          | 2026-01-01       | 3                 |                                  |                                    | 5000
                        epci   | CC du Val Blanc    | tous      | ensemble         | toutes          | 2025-01-01       | 12                | 1                                | 0.08                               | 18250
                        """);
        Path database = folder.resolve("maillage.duckdb");
        new Publisher(fabricated.warehouse(), Map.of(), Access.PUBLIC)
                .publish(fabricated.publish(), "jdbc:duckdb:" + database);

        int code = run(
                Map.of("MAILLAGE_DB", database.toString()),
                "-m",
                "nbconvert",
                "--to",
                "notebook",
                "--execute",
                "--output-dir",
                folder.toString(),
                "../notebooks/couverture.ipynb");

        assertThat(code).as(() -> output()).isZero();
        assertThat(Files.readString(folder.resolve("couverture.ipynb")))
                .contains("Au 01/01/2026, 1 intercommunalités sur 3 sont sans couverture")
                .contains("18\u202f250 personnes")
                .contains("1 ne sont pas observées")
                .contains("image/png");
    }

    private int run(Map<String, String> environment, String... arguments) throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        ProcessBuilder python = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("python.log").toFile());
        python.environment().putAll(environment);
        try {
            return python.start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("python.log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}

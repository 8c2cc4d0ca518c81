package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.SourceFile;
import fr.maillage.source.finess.FinessPlus;
import fr.maillage.testing.DatasetAssert;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document goes into a Delta table as nested as it is, unreadable records beside the others. */
@SparkTest
class NestedBronzeTest {

    @TempDir
    private Path folder;

    private final SparkSession spark;

    NestedBronzeTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void keepsDocumentsNestedAndCountsEveryRecord() throws IOException {
        Warehouse warehouse = new Warehouse(folder.resolve("entrepot"));
        BuildReport report = build(warehouse, document());
        TableBuilt built = report.tables().get(0);

        assertThat(report.failed()).isFalse();
        assertThat(built.rows()).isEqualTo(5);
        assertThat(built.rejected()).isEqualTo(1);
        DatasetAssert.assertThat(spark.read()
                        .format("delta")
                        .load(warehouse.table(Bronze.FINESS_PLUS_STRUCTURE).toString())
                        .selectExpr(
                                "section",
                                "_ligne AS ligne",
                                "pmej.informationsgeneralespmej.siren",
                                "transform(pmej.ege, e -> e.informationsgeneralesege.numfinessege) AS etablissements",
                                "get(get(pmej.ege, 0).adresse, 1).coordonneesgeographique.scoreban AS score",
                                "_rejete AS rejete"))
                .hasRows("""
                        section  | ligne | siren     | etablissements       | score | rejete
                        gco      | 1     |           |                      |       | false
                        gcc      | 2     |           |                      |       | false
                        pmej     | 3     | 260104633 |                      |       | false
                        pmej     | 4     |           | 010780195, 010780211 | 0.9   | false
                                 | 5     |           |                      |       | true
                        document | 6     |           |                      |       | false
                        """);
    }

    private SourceFile document() throws IOException {
        String text = DocumentsDessai.text("structures.json");
        int end = text.lastIndexOf(']');
        Path file = Files.writeString(
                folder.resolve("structures.json"),
                text.substring(0, end) + ", {\"etatObjet\": oui}" + text.substring(end));
        String name = FinessPlus.STRUCTURES.name();
        return new SourceFile(
                file.toString(), "", "structures.json", "5".repeat(64), name, LocalDate.of(2026, 7, 31), 1);
    }

    private BuildReport build(Warehouse warehouse, SourceFile file) {
        Program program = new Program(List.of(FinessPlus.STRUCTURES), List.of());
        Freshness freshness = new Freshness(Planner.plan(spark, program, "essai"), List.of(file), Map.of());
        return new Builder(spark, warehouse, program, freshness, BuildListener.SILENT).build(List.of());
    }
}

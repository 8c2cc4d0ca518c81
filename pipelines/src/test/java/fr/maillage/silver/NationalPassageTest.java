package fr.maillage.silver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of passages of the whole country keep what their contracts promise. */
@SparkTest
class NationalPassageTest {

    @TempDir
    private Path folder;

    @Test
    void theTablesOfThePassageKeepTheirPromises(SparkSession spark) throws IOException {
        RealTables tables = new RealTables(spark, folder)
                .with(RealData.path("geo/cog/2021"))
                .with(RealData.path("geo/cog/2024"))
                .with(RealData.path("population"))
                .with(RealData.path("zonages/table_supracom_2021.csv"));

        for (TableContract table :
                List.of(Silver.COMMUNE_VIE, Silver.PASSAGE_COMMUNE, Silver.COMMUNE_SUCCESSEUR, Silver.DIVISION)) {
            keepsItsPromises(table, tables.read(table));
        }
        assertThat(sumsBeyondOne(tables.read(Silver.PASSAGE_COMMUNE), "code_commune", "type_commune", "date_debut"))
                .isZero();
        Dataset<Row> successeurs = tables.read(Silver.COMMUNE_SUCCESSEUR);
        assertThat(sumsBeyondOne(successeurs, "code_commune", "lu_du")).isZero();
        assertThat(successeurs.select("code_commune_cible").distinct().count()).isEqualTo(34_935);
        assertThat(tables.read(Silver.PASSAGE_COMMUNE).count()).isBetween(40_000L, 120_000L);
    }

    private static void keepsItsPromises(TableContract table, Dataset<Row> rows) {
        Column[] key = table.primaryKey().stream().map(functions::col).toArray(Column[]::new);
        assertThat(rows.groupBy(key).count().where("count > 1").count())
                .as("keys of " + table.id() + " that stand twice")
                .isZero();
        table.fields().stream().filter(field -> field.constraints().required()).forEach(field -> assertThat(
                        rows.where(functions.col(field.name()).isNull()).count())
                .as(table.id() + "." + field.name() + " without a value")
                .isZero());
    }

    /** Codes whose shares do not add up to 1. */
    private static long sumsBeyondOne(Dataset<Row> rows, String... key) {
        return rows.groupBy(List.of(key).stream().map(functions::col).toArray(Column[]::new))
                .agg(functions.sum("part").as("total"))
                .where("abs(total - 1) > 1e-9")
                .count();
    }
}

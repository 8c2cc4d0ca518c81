package fr.maillage.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_divide;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The communes found for the establishments of a real release (its first file: départements 01 to 13), compared with
 * those that hospitals declare in SAE.
 *
 * <p>They cannot all agree: some moved between the release and the survey, some declare the commune of their office.
 */
@SparkTest
class LocalisationSaeTest {

    @Test
    void findsTheCommuneThatHospitalsDeclare(SparkSession spark, @TempDir Path folder) throws IOException {
        RealTables tables = tables(spark, folder);
        Dataset<Row> localisations = tables.read(Silver.LOCALISATION);

        assertThat(share(localisations, col(Columns.CODE_COMMUNE).isNotNull())).isGreaterThan(0.999);
        assertThat(share(localisations, col(Columns.ACCORD).equalTo("discordant")))
                .isLessThan(0.01);
        for (String year : List.of("2021", "2022")) {
            Dataset<Row> declared = declared(spark, year, tables.read(Silver.COMMUNE_RATTACHEE));
            Dataset<Row> both = localisations.join(declared, Columns.NUMERO_FINESS_ET);
            assertThat(share(both, col(Columns.CODE_COMMUNE).equalTo(col("declaree"))))
                    .as("agreement with SAE " + year)
                    .isGreaterThan(0.99);
        }
    }

    private static RealTables tables(SparkSession spark, Path folder) throws IOException {
        RealTables tables = new RealTables(spark, folder)
                .with(RealData.path("finess/fhir-20210108/etab0-10000.tar.gz"))
                .with(RealData.path("geo/cog/2024/communes.csv"));
        try (Stream<Path> contours = Files.list(RealData.path("boundaries/france-geojson-2018/departements"))) {
            for (Path departement : contours.filter(
                            path -> path.getFileName().toString().matches("(0[1-9]|1[0-3])-.*"))
                    .sorted()
                    .toList()) {
                tables.with(departement);
            }
        }
        return tables;
    }

    /** Communes declared in SAE, in the geography of the code officiel géographique that is loaded. */
    private static Dataset<Row> declared(SparkSession spark, String year, Dataset<Row> rattachees) {
        Dataset<Row> parents = rattachees.select(
                col(Columns.CODE_COMMUNE_RATTACHEE).as("cominsee"),
                col(Columns.CODE_COMMUNE).as("parent"));
        return spark.read()
                .option("header", "true")
                .option("sep", ";")
                .option("encoding", "ISO-8859-1")
                .csv(RealData.path("finess/sae/" + year + "/ID_" + year + "r.csv")
                        .toString())
                .select(col("fi").as(Columns.NUMERO_FINESS_ET), col("COMINSEE").as("cominsee"))
                .join(parents, "cominsee", "left")
                .select(
                        col(Columns.NUMERO_FINESS_ET),
                        coalesce(col("parent"), col("cominsee")).as("declaree"));
    }

    private static double share(Dataset<Row> rows, Column condition) {
        return rows.agg(try_divide(count_if(condition).cast("double"), org.apache.spark.sql.functions.count(lit(1))))
                .head()
                .getDouble(0);
    }
}

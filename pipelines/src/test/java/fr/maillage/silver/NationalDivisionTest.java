package fr.maillage.silver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.territoire.Composition;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.silver.territoire.Zonages;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.dgcl.DgclEpci;
import fr.maillage.source.insee.CogArrondissements;
import fr.maillage.testing.BronzeRows;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published zonings of the whole country have the zones that INSEE prints. */
@SparkTest
class NationalDivisionTest {

    private static final String RAW = "zonages/insee-appartenance-2022/table-appartenance-geo-communes-22.csv";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zonages/table_supracom_2018.csv | 2018 | aire_urbaine_2010=791, arrondissement=332, bassin_de_vie_2012=1663,"
                        + " canton=2073, unite_urbaine_2010=2291, zone_emploi_2010=322",
                "zonages/table_supracom_2021.csv | 2021 | aire_attraction_2020=699, arrondissement=332,"
                        + " bassin_de_vie_2012=1663, canton=2043, unite_urbaine_2020=2467, zone_emploi_2020=306",
                "zonages/table_supracom_2023.csv | 2023 | aire_attraction_2020=699, arrondissement=333,"
                        + " bassin_de_vie_2022=1707, canton=2043, unite_urbaine_2020=2470, zone_emploi_2020=306",
                RAW + " | 2022 | aire_attraction_2020=699, arrondissement=332, bassin_de_vie_2012=1663, canton=2043,"
                        + " unite_urbaine_2020=2468, zone_emploi_2020=306"
            })
    void hasTheZonesThatInseePrints(String path, long millesime, String expected, SparkSession spark)
            throws IOException {
        Dataset<Row> communes = TextTable.table(spark, Silver.COMMUNE, "code_commune | millesime");
        Dataset<Row> zones = Zonages.of(bronze(spark, path), communes, Niveaux.of("toutes"));

        TreeMap<String, Long> counts = new TreeMap<>();
        for (Row row : zones.where("millesime = " + millesime)
                .groupBy("division")
                .agg(org.apache.spark.sql.functions.count_distinct(org.apache.spark.sql.functions.col("code_zone")))
                .collectAsList()) {
            counts.put(row.getString(0), row.getLong(1));
        }
        assertThat(counts).hasToString("{" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource({"2021", "2023"})
    void epciHaveTheCommunesThatDgclGivesThem(int year, SparkSession spark) throws IOException {
        Dataset<Row> insee = bronze(spark, "zonages/table_supracom_" + year + ".csv")
                .where("codgeo is not null and epci <> 'ZZZZZZZZZ'")
                .select("codgeo", "epci");
        String path = "geo/epci-dgcl/epcicom" + year + ".xlsx";
        Dataset<Row> dgcl =
                BronzeRows.of(spark, new DgclEpci(), Probes.of(RealData.path(path), path), Bronze.DGCL_EPCI_COMMUNE);
        Dataset<Row> composition = Composition.of(
                        dgcl, TextTable.table(spark, Bronze.INSEE_EPCI_COMMUNE, "codgeo | epci"))
                .select("code_commune", "code_epci");

        assertThat(list(insee.except(composition))).as("of INSEE alone").isEmpty();
        assertThat(list(composition.except(insee))).as("of DGCL alone").isEmpty();
    }

    @Test
    void arrondissementsHaveNames(@SuppressWarnings("unused") SparkSession spark) throws IOException {
        String path = "geo/cog/2024/arrondissements.csv";
        RegisterFormat format = new CogArrondissements();

        assertThat(BronzeRows.of(spark, format, Probes.of(RealData.path(path), path), Bronze.INSEE_ARRONDISSEMENT)
                        .where("libelle is not null")
                        .count())
                .isEqualTo(333);
    }

    private static Dataset<Row> bronze(SparkSession spark, String path) throws IOException {
        return BronzeRows.of(
                spark,
                new fr.maillage.source.insee.Zonages(),
                Probes.of(RealData.path(path), path),
                Bronze.INSEE_ZONAGE);
    }

    private static List<String> list(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}

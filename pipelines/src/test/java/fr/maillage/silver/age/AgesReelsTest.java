package fr.maillage.silver.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ages of the whole country add up to what INSEE prints, to the unit. */
@SparkTest
class AgesReelsTest {

    @TempDir
    private Path folder;

    @Test
    void agesAddUpToThePopulationsOfInsee(SparkSession spark) throws IOException {
        RealTables tables = new RealTables(spark, folder)
                .with(RealData.path("population"))
                .with(RealData.path("geo/cog/2021"))
                .with(RealData.path("geo/cog/2022"))
                .with(RealData.path("geo/cog/2023"))
                .with(RealData.path("geo/cog/2024"))
                .with(RealData.path("geo/epci-dgcl/epcicom2024.xlsx"));
        Dataset<Row> ages = tables.read(Silver.POPULATION_AGE);

        assertThat(texts(ages.groupBy("annee").agg(sum("nb_personnes_age"), sum("nb_hommes + nb_femmes"))))
                .containsExactly(
                        "2017, 256518, 256518",
                        "2019, 66988403, 66988403",
                        "2020, 67162154, 67162154",
                        "2021, 67408052, 67408052");
        assertThat(texts(ages.groupBy("code_commune", "annee")
                        .agg(sum("nb_personnes_age").as("people"))
                        .join(tables.read(Silver.POPULATION), new String[] {"code_commune", "annee"}, "full")
                        .where("people is distinct from population_municipale")))
                .isEmpty();

        Dataset<Row> gold = tables.read(Gold.POPULATION_PAR_AGE);
        Dataset<Row> partition = gold.where("tranche_age not in ('65+', '85+')");
        assertThat(texts(partition
                        .groupBy("niveau", "code_territoire", "population")
                        .agg(sum("nb_personnes_age").as("people"))
                        .where("people <> population")))
                .isEmpty();
        assertThat(texts(
                        partition.where("niveau <> 'commune'").groupBy("niveau").agg(sum("nb_personnes_age"))))
                .containsExactly("departement, 67664570", "epci, 67658180", "national, 67664570", "region, 67664570");
        // INSEE, estimates of population of 1 January 2021 and 2020: 6.4 million people are 75 or more, 9.5 %.
        Row old = gold.where("niveau = 'national' and tranche_age = '75+'")
                .collectAsList()
                .get(0);
        assertThat(old.<Double>getAs("part_population")).isCloseTo(0.095, within(0.002));
        assertThat(texts(ages.where("annee = 2021")
                        .groupBy("methode_age", "origine_marge")
                        .agg(sum("1"))))
                .isEmpty();
    }

    private static org.apache.spark.sql.Column sum(String expression) {
        return org.apache.spark.sql.functions.expr("sum(" + expression + ")");
    }

    private static List<String> texts(Dataset<Row> few) {
        return few.collectAsList().stream()
                .map(row -> row.mkString(", "))
                .sorted()
                .toList();
    }
}

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
        assertThat(texts(ages.where("annee = 2021 and age_min = 0")
                        .groupBy("methode_age", "origine_marge")
                        .agg(sum("1"))))
                .containsExactly(
                        "estimation_departement, communes_du_departement, 27031",
                        "estimation_departement, communes_du_pays, 4538",
                        "recensement, tranches_publiees, 3359");
        assertThat(withinMargin(tables)).isBetween(0.85, 0.95);
    }

    /** Of communes whose ages are known every second one is estimated as if they were not: how often its margin holds. */
    private static double withinMargin(RealTables tables) {
        Tranches tranches = Tranches.of("0-24,25-64,65-74,75-79,80+");
        Dataset<Row> populations = tables.read(Silver.POPULATION).where("annee = 2021");
        Dataset<Row> structures = tables.read(Silver.STRUCTURE_AGE).where("niveau = 'commune' or annee = 2020");
        Dataset<Row> estimees = PopulationAge.apply(
                        populations,
                        structures.where("niveau = 'departement' or pmod(hash(code_territoire), 2) = 0"),
                        tranches)
                .where("methode_age = 'estimation_departement'")
                .select("code_commune", "age_min", "borne_basse", "borne_haute");
        Dataset<Row> connues = PopulationAge.apply(populations, structures.where("niveau = 'commune'"), tranches)
                .select("code_commune", "age_min", "nb_personnes_age");

        Row found = connues.join(estimees, new String[] {"code_commune", "age_min"}, "inner")
                .selectExpr(
                        "cast(avg(if(nb_personnes_age between borne_basse and borne_haute, 1, 0)) as double)",
                        "count(*)")
                .collectAsList()
                .get(0);

        assertThat(found.getLong(1)).isGreaterThan(7_000);
        return found.getDouble(0);
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

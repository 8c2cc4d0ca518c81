package fr.maillage.gold;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.Commune;
import fr.maillage.silver.CommuneRattachee;
import fr.maillage.silver.CommuneSuccesseur;
import fr.maillage.silver.CommuneVie;
import fr.maillage.silver.Departement;
import fr.maillage.silver.Epci;
import fr.maillage.silver.EpciCommune;
import fr.maillage.silver.PassageCommune;
import fr.maillage.silver.Population;
import fr.maillage.silver.Rattachement;
import fr.maillage.silver.Region;
import fr.maillage.silver.Territoire;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.dgcl.DgclEpci;
import fr.maillage.source.insee.CogCommunes;
import fr.maillage.source.insee.CogDepartements;
import fr.maillage.source.insee.CogMouvements;
import fr.maillage.source.insee.CogRegions;
import fr.maillage.source.insee.Populations;
import fr.maillage.testing.BronzeRows;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published files of the whole country give the figures that INSEE prints. */
@SparkTest
class NationalTerritoryTest {

    private static final List<Transformation> IN_ORDER = List.of(
            new Commune(),
            new CommuneRattachee(),
            new Departement(),
            new Region(),
            new EpciCommune(),
            new Epci(),
            new CommuneVie(),
            new Population(),
            new PassageCommune(),
            new CommuneSuccesseur(),
            new Rattachement(),
            new Territoire());

    @TempDir
    private Path folder;

    @Test
    void givesTheFiguresThatInseePrints(SparkSession spark) throws IOException {
        TestTables tables = bronze(spark);
        for (Transformation transformation : IN_ORDER) {
            build(spark, tables, transformation);
        }

        assertThat(counts(tables, Silver.COMMUNE, "millesime"))
                .isEqualTo("2019: 34970, 2021: 34965, 2022: 34955, 2023: 34945, 2024: 34935");
        assertThat(counts(tables, Silver.DEPARTEMENT, "millesime"))
                .isEqualTo("2019: 101, 2021: 101, 2022: 101, 2023: 101, 2024: 101");
        assertThat(counts(tables, Silver.EPCI_COMMUNE, "millesime")).isEqualTo("2021: 34961, 2024: 34931");
        assertThat(list(tables.read(Silver.POPULATION)
                        .groupBy("annee")
                        .agg(functions.sum("population_municipale"), functions.count("*"))))
                .isEqualTo("2017: 256518 17, 2019: 66988403 34948, 2021: 67408052 34928");
        assertThat(list(tables.read(Silver.TERRITOIRE)
                        .groupBy("niveau")
                        .agg(functions.count("*"), functions.sum("population"), functions.count("population"))))
                .isEqualTo("commune: 34935 67654293 34930, departement: 101 67664570 101, epci: 1255 67658180 1255, "
                        + "national: 1 67664570 1, region: 18 67664570 18");
    }

    private TestTables bronze(SparkSession spark) throws IOException {
        TestTables tables = new TestTables(spark);
        load(
                spark,
                tables,
                new CogCommunes(),
                "geo/cog/%s",
                "2019/communes-2019.csv.gz",
                "2021/communes.csv",
                "2022/communes.csv",
                "2023/communes.csv",
                "2024/communes.csv");
        load(spark, tables, new CogDepartements(), "geo/cog/%s", "2019/departements.csv", "2024/departements.csv");
        load(spark, tables, new CogRegions(), "geo/cog/%s", "2019/regions.csv", "2024/regions.csv");
        load(
                spark,
                tables,
                new CogMouvements(),
                "geo/cog/%s",
                "2019/mouvements-communes-2019.csv.gz",
                "2024/mouvements-communes.csv");
        load(
                spark,
                tables,
                new Populations(),
                "population/donnees_communes_%s.csv",
                "pop2019_geo2021",
                "pop2021_geo2023",
                "mayotte");
        load(spark, tables, new DgclEpci(), "geo/epci-dgcl/%s", "epcicom2021.xlsx", "epcicom2024.xlsx");
        return tables;
    }

    private void load(SparkSession spark, TestTables tables, RegisterFormat format, String pattern, String... files)
            throws IOException {
        TableContract table = format.tables().get(0);
        Dataset<Row> all = null;
        for (String file : files) {
            String path = pattern.formatted(file);
            Dataset<Row> rows = BronzeRows.of(spark, format, Probes.of(RealData.path(path), path), table);
            all = all == null ? rows : all.union(rows);
        }
        tables.with(table, written(spark, table, all));
    }

    private void build(SparkSession spark, TestTables tables, Transformation transformation) {
        TableContract table = transformation.target();
        Dataset<Row> rows = written(spark, table, transformation.build(tables));
        if (List.of(rows.columns()).contains(Technical.REGLES) && !table.equals(Silver.TERRITOIRE)) {
            assertThat(rows.where("size(" + Technical.REGLES + ") > 0").count())
                    .as("broken rules of " + table.id())
                    .isZero();
        }
        tables.with(
                table,
                rows.select(table.columns().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new)));
    }

    private Dataset<Row> written(SparkSession spark, TableContract table, Dataset<Row> rows) {
        String path =
                folder.resolve(table.layer().database() + "_" + table.name()).toString();
        rows.write().mode("overwrite").parquet(path);
        return spark.read().schema(rows.schema()).parquet(path);
    }

    private static String counts(TestTables tables, TableContract table, String column) {
        return list(tables.read(table).groupBy(column).count());
    }

    private static String list(Dataset<Row> few) {
        return few.collectAsList().stream()
                .map(row -> row.get(0) + ": "
                        + row.mkString(" ").substring(row.get(0).toString().length() + 1))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

package fr.maillage.silver.age;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class StructureAgeTest {

    @Test
    void readsEveryLayout(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Bronze.INSEE_STRUCTURE_AGE, """
                feuille | codgeo | colonnes                                      | valeurs      | _source                       | _millesime | _ligne
                        | 1001   | P21_POP0014, P21_F75P, P15_H0014, P21_POP     | 145, 40.5, 9, 1 | insee-structure-ages       | 2021-01-01 | 2
                        | 2a004  | P21_POP0014                                   | secret       | insee-structure-ages          | 2021-01-01 | 3
                2019    | 01     | Hommes|0 à 4 ans, Femmes|95 ans et plus       | 19979, 1383  | insee-estimations-departement | 2020-01-01 | 4
                1998    | 971    | Ensemble|90 ans et plus                       | 1386         | insee-estimations-departement | 2020-01-01 | 5
                2019    | DOM    | Hommes|0 à 4 ans                              | 1            | insee-estimations-departement | 2020-01-01 | 6
                2019    | France métropolitaine | Hommes|0 à 4 ans               | 1            | insee-estimations-departement | 2020-01-01 | 7
                """.replace("Hommes|0", "Hommes!0")
                .replace("Femmes|9", "Femmes!9")
                .replace("Ensemble|9", "Ensemble!9"));
        tables.with(
                Bronze.INSEE_STRUCTURE_AGE,
                tables.read(Bronze.INSEE_STRUCTURE_AGE)
                        .withColumn(
                                "colonnes",
                                org.apache.spark.sql.functions.expr("transform(colonnes, x -> replace(x, '!', '|'))")));
        tables.with(Bronze.INSEE_POPULATION_AGE, """
                nivgeo | codgeo | sexe | aged100 | nb    | _source               | _millesime | _ligne
                COM    | 01001  | 1    | 000     | 4,02  | insee-population-ages | 2020-01-01 | 8
                COM    | 01001  | 2    | 100     | 1     | insee-population-ages | 2020-01-01 | 9
                """);

        assertThat(new StructureAge().build(tables)).hasRows("""
                niveau      | code_territoire | annee | source_structure              | sexe     | tranche_age | age_min | age_max | effectif_publie | _regles
                commune     | 01001           | 2021  | insee-structure-ages          | ensemble | 0-14        | 0       | 14      | 145.0           |
                commune     | 01001           | 2021  | insee-structure-ages          | femmes   | 75+         | 75      |         | 40.5            |
                commune     | 01001           | 2015  | insee-structure-ages          | hommes   | 0-14        | 0       | 14      | 9.0             |
                commune     | 2A004           | 2021  | insee-structure-ages          | ensemble | 0-14        | 0       | 14      |                 | effectif_illisible
                departement | 01              | 2019  | insee-estimations-departement | hommes   | 0-4         | 0       | 4       | 19979.0         |
                departement | 01              | 2019  | insee-estimations-departement | femmes   | 95+         | 95      |         | 1383.0          |
                departement | 971             | 1998  | insee-estimations-departement | ensemble | 90+         | 90      |         | 1386.0          |
                commune     | 01001           | 2020  | insee-population-ages         | hommes   | 0           | 0       | 0       | 4.02            |
                commune     | 01001           | 2020  | insee-population-ages         | femmes   | 100+        | 100     |         | 1.0             |
                """);
    }

    @Test
    void addsUpArrondissementsUnlessTheCommuneStandsToo(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Silver.COMMUNE_RATTACHEE, """
                code_commune_rattachee | code_commune | type_commune
                75101                  | 75056        | ARM
                75102                  | 75056        | ARM
                """).with(Bronze.INSEE_POPULATION_AGE, """
                codgeo | sexe | aged100 | nb   | _millesime | _rang | _ligne
                75101  | 1    | 003     | 10.5 | 2019-01-01 | 1     | 2
                75102  | 1    | 003     | 20   | 2019-01-01 | 1     | 3
                75056  | 1    | 003     | 30   | 2020-01-01 | 1     | 4
                75101  | 1    | 003     | 12   | 2020-01-01 | 1     | 5
                01001  | 1    | 003     | 1    | 2019-01-01 | 1     | 6
                01001  | 1    | 003     | 2    | 2019-01-01 | 2     | 2
                """);

        assertThat(new StructureAge().build(tables)).hasRows("""
                code_territoire | annee | effectif_publie | _regles
                75056           | 2019  | 30.5            |
                75056           | 2020  | 30.0            |
                75056           | 2020  | 12.0            | doublon
                01001           | 2019  | 2.0             |
                01001           | 2019  | 1.0             | doublon
                """);
    }
}

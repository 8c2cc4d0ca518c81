package fr.maillage.silver.age;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class PopulationAgeTest {

    @Test
    void aCommuneIsOfItsCensusAndTheOthersOfWhatItsDepartementLeaves(SparkSession spark) {
        Dataset<Row> ages = new PopulationAge()
                .build(new TestTables(spark)
                        .with(Parametres.TRANCHES_AGE, "0-59,60+")
                        .with(Silver.POPULATION, """
                        code_commune | millesime | annee | population_municipale
                        01001        | 2023      | 2021  | 101
                        01002        | 2023      | 2021  | 50
                        01003        | 2023      | 2021  | 0
                        2A004        | 2023      | 2021  | 10
                        97501        | 2023      | 2021  | 10
                        """)
                        .with(Silver.STRUCTURE_AGE, """
                        niveau      | code_territoire | annee | source_structure              | sexe   | age_min | age_max | effectif_publie
                        commune     | 01001           | 2021  | insee-structure-ages          | hommes | 0       | 59      | 30
                        commune     | 01001           | 2021  | insee-structure-ages          | hommes | 60      |         | 20
                        commune     | 01001           | 2021  | insee-structure-ages          | femmes | 0       | 59      | 30
                        commune     | 01001           | 2021  | insee-structure-ages          | femmes | 60      |         | 20
                        departement | 01              | 2018  | insee-estimations-departement | hommes | 0       |         | 1
                        departement | 01              | 2020  | insee-estimations-departement | hommes | 0       | 59      | 600
                        departement | 01              | 2020  | insee-estimations-departement | hommes | 60      |         | 150
                        departement | 01              | 2020  | insee-estimations-departement | femmes | 0       | 59      | 600
                        departement | 01              | 2020  | insee-estimations-departement | femmes | 60      |         | 160
                        departement | 2A              | 2020  | insee-estimations-departement | hommes | 0       | 59      | 4
                        departement | 2A              | 2020  | insee-estimations-departement | hommes | 60      |         | 1
                        departement | 2A              | 2020  | insee-estimations-departement | femmes | 0       | 59      | 3
                        departement | 2A              | 2020  | insee-estimations-departement | femmes | 60      |         | 2
                        """));

        // Of the 151 people of the Ain 31 would be 60 or more, and 40 are known: none is left to the other communes.
        // Shares of 60 and more: 31/151 and 3/10, standard deviation 0.067; 1.645 * 50 * 0.067 is 5.5.
        // left.
        assertThat(ages).hasRows("""
                code_commune | annee | tranche_age | age_min | age_max | nb_personnes_age | nb_hommes | nb_femmes | borne_basse | borne_haute | methode_age            | origine_marge     | annee_structure
                01001        | 2021  | 0-59        | 0       | 59      | 61               | 31        | 30        | 61.0        | 61.0        | recensement            | tranches_publiees | 2021
                01001        | 2021  | 60+         | 60      |         | 40               | 20        | 20        | 40.0        | 40.0        | recensement            | tranches_publiees | 2021
                01002        | 2021  | 0-59        | 0       | 59      | 50               | 25        | 25        | 44.0        | 50.0        | estimation_departement | departements      | 2020
                01002        | 2021  | 60+         | 60      |         | 0                | 0         | 0         | 0.0         | 6.0         | estimation_departement | departements      | 2020
                01003        | 2021  | 0-59        | 0       | 59      | 0                | 0         | 0         | 0.0         | 0.0         | estimation_departement | departements      | 2020
                01003        | 2021  | 60+         | 60      |         | 0                | 0         | 0         | 0.0         | 0.0         | estimation_departement | departements      | 2020
                2A004        | 2021  | 0-59        | 0       | 59      | 7                | 4         | 3         | 4.0         | 10.0        | estimation_departement | departements      | 2020
                2A004        | 2021  | 60+         | 60      |         | 3                | 1         | 2         | 0.0         | 6.0         | estimation_departement | departements      | 2020
                """);
    }
}

package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ProjectionParAgeTest {

    @Test
    void givesTheBandsThatPublishedAgesMakeUpExactly(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Parametres.TRANCHES_AGE, "0-59,60-74,75+,85+")
                .with(Silver.PROJECTION_POPULATION, """
                        niveau      | code_territoire | millesime | annee | scenario | sexe     | age_min | age_max | effectif_publie
                        departement | 01              | 2023      | 2050  | central  | hommes   | 75      | 84      | 30
                        departement | 01              | 2023      | 2050  | central  | hommes   | 85      |         | 10
                        departement | 01              | 2023      | 2050  | central  | femmes   | 75      | 84      | 40
                        departement | 01              | 2023      | 2050  | central  | femmes   | 85      |         | 20
                        departement | 01              | 2023      | 2050  | haut     | ensemble | 75      |         | 120
                        departement | 02              | 2023      | 2050  | central  | hommes   | 75      |         | 7
                        """);

        assertThat(new ProjectionParAge().build(tables)).hasRows("""
                code_territoire | annee | scenario | tranche_age | age_min | age_max | effectif_projete
                01              | 2050  | central  | 75+         | 75      |         | 100.0
                01              | 2050  | central  | 85+         | 85      |         | 30.0
                01              | 2050  | haut     | 75+         | 75      |         | 120.0
                """);
    }

    /**
     * Two départements make the région exactly, so nothing of the margins of communes is left; the EPCI holds one commune of
     * each, and errs no more than what it leaves. 01003 is not told: neither is the level that holds it.
     */
    @Test
    void answersForTerritoriesThatAreNotGivenByTheirCommunes(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Parametres.TRANCHES_AGE, "75+")
                .with(Silver.PROJECTION_POPULATION, """
                        niveau      | code_territoire | millesime | annee | scenario | sexe     | age_min | age_max | effectif_publie
                        departement | 01              | 2023      | 2050  | central  | ensemble | 75      |         | 100.4
                        departement | 02              | 2023      | 2050  | central  | ensemble | 75      |         | 50
                        """)
                .with(Silver.PROJECTION_COMMUNE, """
                        code_commune | niveau      | code_territoire | annee | scenario | tranche_age | age_min | nb_personnes_age | borne_basse | borne_haute | part
                        01001        | departement | 01              | 2050  | central  | 75+         | 75      | 90               | 60          | 120         | 1
                        01002        | departement | 01              | 2050  | central  | 75+         | 75      | 10               | 5           | 15          | 1
                        02001        | departement | 02              | 2050  | central  | 75+         | 75      | 50               | 40          | 60          | 1
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | niveau      | code_territoire | part
                        01001        | commune     | 01001           | 1
                        01002        | commune     | 01002           | 1
                        02001        | commune     | 02001           | 1
                        01001        | departement | 01              | 1
                        01002        | departement | 01              | 1
                        02001        | departement | 02              | 1
                        01001        | epci        | E1              | 1
                        02001        | epci        | E1              | 1
                        01002        | epci        | E2              | 1
                        01003        | epci        | E2              | 1
                        01001        | region      | 84              | 1
                        01002        | region      | 84              | 1
                        02001        | region      | 84              | 1
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime
                        commune     | 01001           | 2024
                        commune     | 01002           | 2024
                        commune     | 02001           | 2024
                        departement | 01              | 2024
                        departement | 02              | 2024
                        epci        | E1              | 2024
                        epci        | E2              | 2024
                        region      | 84              | 2024
                        """);

        assertThat(new ProjectionParAge().build(tables)).hasRows("""
                niveau      | code_territoire | millesime | effectif_projete | borne_basse | borne_haute | methode_projection
                departement | 01              | 2023      | 100.4            |             |             | publiee
                departement | 02              | 2023      | 50.0             |             |             | publiee
                commune     | 01001           | 2024      | 90.0             | 85.0        | 95.0        | repartie
                commune     | 01002           | 2024      | 10.0             | 5.0         | 15.0        | repartie
                commune     | 02001           | 2024      | 50.0             | 50.0        | 50.0        | repartie
                epci        | E1              | 2024      | 140.0            | 135.0       | 145.0       | repartie
                region      | 84              | 2024      | 150.0            | 150.0       | 150.0       | repartie
                """);
    }
}

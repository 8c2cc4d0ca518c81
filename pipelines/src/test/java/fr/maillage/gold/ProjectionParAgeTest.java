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
}

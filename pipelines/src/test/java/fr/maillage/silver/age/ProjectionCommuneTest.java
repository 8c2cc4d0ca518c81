package fr.maillage.silver.age;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ProjectionCommuneTest {

    /** 01002 and 01003 of the year of the census are the commune 01002 of the cadre now. */
    private static final String AGES = """
            code_commune | annee | age_min | nb_personnes_age | borne_basse | borne_haute
            01001        | 2021  | 0       | 300              | 300         | 300
            01001        | 2021  | 75      | 60               | 60          | 60
            01002        | 2021  | 0       | 80               | 80          | 80
            01002        | 2021  | 75      | 20               | 10          | 30
            01003        | 2021  | 0       | 20               |             |
            01003        | 2021  | 75      | 20               |             |
            02001        | 2021  | 0       | 50               | 50          | 50
            02001        | 2021  | 75      | 5                | 5           | 5
            """;

    private static final String PARTS = """
            niveau      | code_territoire | code_commune | annee | part
            commune     | 01001           | 01001        | 2021  | 1
            commune     | 01002           | 01002        | 2021  | 1
            commune     | 01002           | 01003        | 2021  | 1
            commune     | 02001           | 02001        | 2021  | 1
            departement | 01              | 01001        | 2021  | 1
            departement | 01              | 01002        | 2021  | 1
            departement | 01              | 01003        | 2021  | 1
            departement | 02              | 02001        | 2021  | 1
            pays        | P1              | 01001        | 2021  | 0.25
            """;

    @Test
    void carriesTheLevelThatHasMostTerritoriesDownToTheCommunesOfTheCadre(SparkSession spark) {
        assertThat(projected(spark, """
                niveau      | code_territoire | millesime | annee | scenario | sexe     | age_min | age_max | effectif_publie
                departement | 01              | 2023      | 2041  | central  | ensemble | 75      |         | 150
                departement | 02              | 2023      | 2041  | central  | ensemble | 75      |         | 8.4
                national    | FR              | 2023      | 2041  | central  | ensemble | 75      |         | 9999
                departement | 99              | 2023      | 2041  | central  | ensemble | 75      |         | 7
                """)).hasRows("""
                code_commune | niveau      | code_territoire | annee | scenario | tranche_age | age_min | age_max | nb_personnes_age | borne_basse | borne_haute | part
                01001        | departement | 01              | 2041  | central  | 75+         | 75      |         | 90               | 51.0        | 129.0       | 1.0
                01002        | departement | 01              | 2041  | central  | 75+         | 75      |         | 60               |             |             | 1.0
                02001        | departement | 02              | 2041  | central  | 75+         | 75      |         | 8                | 2.0         | 14.0        | 1.0
                """);
    }

    @Test
    void saysWhichShareOfACommuneATerritoryHolds(SparkSession spark) {
        assertThat(projected(spark, """
                niveau  | code_territoire | millesime | annee | scenario | sexe     | age_min | age_max | effectif_publie
                pays    | P1              | 2023      | 2021  | central  | ensemble | 0       | 74      | 80
                """)).hasRows("""
                code_commune | niveau | code_territoire | tranche_age | nb_personnes_age | part
                01001        | pays   | P1              | 0-74        | 80               | 0.25
                """);
        assertThat(projected(spark, """
                niveau  | code_territoire | millesime | annee | scenario | sexe     | age_min | age_max | effectif_publie
                commune | 01002           | 2023      | 2021  | central  | ensemble | 0       | 74      | 99
                """)).hasRows("""
                code_commune | niveau  | code_territoire | tranche_age | nb_personnes_age | part
                01002        | commune | 01002           | 0-74        | 99               | 1.0
                """);
    }

    private static Dataset<Row> projected(SparkSession spark, String projections) {
        TableContract rattachement = Silver.RATTACHEMENT;
        Dataset<Row> parts = table(spark, Silver.POPULATION_AGE, "code_commune | annee")
                .select("code_commune", "annee")
                .crossJoin(table(spark, rattachement, "niveau | code_territoire | part")
                        .select("niveau", "code_territoire", "part"))
                .limit(0);
        for (String line : PARTS.lines().skip(1).toList()) {
            String[] cells = line.split("[|]");
            parts = parts.union(spark.sql("SELECT '" + cells[2].strip() + "', " + cells[3].strip() + "L, '"
                    + cells[0].strip() + "', '" + cells[1].strip() + "', CAST(" + cells[4].strip() + " AS DOUBLE)"));
        }
        return ProjectionCommune.apply(
                table(spark, Silver.PROJECTION_POPULATION, projections),
                table(spark, Silver.POPULATION_AGE, AGES),
                parts,
                Tranches.of("0-74,75+"),
                0.012);
    }
}

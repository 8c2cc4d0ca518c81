package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DepartementTest {

    private static final String COMMUNES = """
            code_commune | millesime | code_departement | code_region
            01001        | 2021      | 01               | 84
            01001        | 2022      | 01               | 84
            99001        | 2022      | 99               | 98
            """;

    @Test
    void takesTheNearestVintageAndNamesNothingItDoesNotKnow(SparkSession spark) {
        Dataset<Row> lignes = table(spark, Bronze.INSEE_DEPARTEMENT, """
                dep | reg | cheflieu | libelle   | _millesime | _ligne
                01  | 84  | 01053    | Ain, vieux | 2020-01-01 | 2
                01  | 84  | 01053    | Ain        | 2024-01-01 | 2
                01  | 84  | 01053    | Ain bis    | 2024-01-01 | 3
                """);

        assertThat(Departement.apply(lignes, table(spark, Silver.COMMUNE, COMMUNES)))
                .hasRows("""
                code_departement | millesime | libelle    | code_region | code_commune_chef_lieu | _regles
                01               | 2020      | Ain, vieux | 84          | 01053                  |
                01               | 2021      | Ain, vieux | 84          | 01053                  |
                01               | 2022      | Ain, vieux | 84          | 01053                  |
                01               | 2024      | Ain        | 84          | 01053                  |
                01               | 2024      | Ain bis    | 84          | 01053                  | doublon
                99               | 2022      |            | 98          |                        |
                """);
    }

    @Test
    void regionsFollowTheSameRule(SparkSession spark) {
        Dataset<Row> lignes = table(spark, Bronze.INSEE_REGION, """
                reg | cheflieu | libelle | _millesime
                84  | 69123    | ARA     | 2024-01-01
                """);

        assertThat(Region.apply(lignes, table(spark, Silver.COMMUNE, COMMUNES))).hasRows("""
                code_region | millesime | libelle | code_commune_chef_lieu
                84          | 2021      | ARA     | 69123
                84          | 2022      | ARA     | 69123
                84          | 2024      | ARA     | 69123
                98          | 2022      |         |
                """);
    }
}

package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class PopulationTest {

    @Test
    void readsTheHeaderOfEveryYear(SparkSession spark) {
        assertThat(population(spark, """
                dep | coddep | codcom | com     | pmun  | pcap | ptot  | _millesime
                01  |        |        | 01001   | 779   | 19   | 798   | 2019-01-01
                    | 01     | 001    | L'Aberg | 1 806 | 15   | 1 821 | 2020-01-01
                    | 971    | 101    | Abymes  | 52948 | 495  | 53443 | 2020-01-01
                2A  |        | 001    | 2A001   | 3336  | 59   | 3395  | 2021-01-01
                976 |        | 601    |         | 5192  | 192  | 5384  | 2017-01-01
                55  |        |        | 55039   | 0     | 0    | 0     | 2019-01-01
                """)).hasRows("""
                code_commune | annee | millesime | population_municipale | population_comptee_a_part | population_totale
                01001        | 2019  | 2021      | 779                   | 19                        | 798
                01001        | 2020  | 2022      | 1806                  | 15                        | 1821
                97101        | 2020  | 2022      | 52948                 | 495                       | 53443
                2A001        | 2021  | 2023      | 3336                  | 59                        | 3395
                97601        | 2017  | 2019      | 5192                  | 192                       | 5384
                55039        | 2019  | 2021      | 0                     | 0                         | 0
                """);
    }

    @Test
    void addsUpArrondissementsUnlessTheCommuneStandsToo(SparkSession spark) {
        assertThat(population(spark, """
                com   | pmun | _millesime | _ligne
                75101 | 100  | 2019-01-01 | 2
                75102 | 200  | 2019-01-01 | 3
                75056 | 305  | 2020-01-01 | 2
                75101 | 105  | 2020-01-01 | 3
                """)).hasRows("""
                code_commune | annee | population_municipale | _ligne | _regles
                75056        | 2019  | 300                   | 2      |
                75056        | 2020  | 305                   | 2      |
                75056        | 2020  | 105                   | 3      | doublon
                """);
    }

    @Test
    void setsAsideWhatStandsTwiceOrIsNoNumber(SparkSession spark) {
        assertThat(population(spark, """
                com   | pmun  | _millesime | _rang | _ligne
                01001 | 779   | 2019-01-01 | 1     | 2
                01001 | 780   | 2019-01-01 | 2     | 2
                01002 | 2A004 | 2019-01-01 | 1     | 3
                """)).hasRows("""
                code_commune | population_municipale | _ligne | _regles
                01001        | 780                   | 2      |
                01001        | 779                   | 2      | doublon
                01002        |                       | 3      | population_illisible
                """);
    }

    @Test
    void setsAsideTheCodeOfALaterYearUnderWhichPeopleAreCountedAgain(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Silver.COMMUNE_VIE, """
                        code_commune | type_commune | date_debut | date_fin   | atomes
                        27058        | COM          | 2017-01-01 | 2022-06-01 | 27058
                        27676        | COM          | 2022-06-01 | 9999-12-31 | 27058
                        01001        | COM          | 2023-01-01 | 9999-12-31 | 01001
                        """).with(Bronze.INSEE_POPULATION, """
                        com   | pmun | _millesime | _ligne
                        27058 | 1759 | 2020-01-01 | 2
                        27676 | 1759 | 2020-01-01 | 3
                        27676 | 1742 | 2021-01-01 | 4
                        01001 | 800  | 2020-01-01 | 5
                        """);

        assertThat(new Population().build(tables)).hasRows("""
                code_commune | annee | population_municipale | _regles
                27058        | 2020  | 1759                  |
                27676        | 2020  | 1759                  | compte_sous_un_autre_code
                27676        | 2021  | 1742                  |
                01001        | 2020  | 800                   |
                """);
    }

    private static Dataset<Row> population(SparkSession spark, String lignes) {
        Dataset<Row> rattachees = table(spark, Silver.COMMUNE_RATTACHEE, """
                code_commune_rattachee | type_commune | millesime | code_commune
                75101                  | ARM          | 2019      | 75056
                75101                  | ARM          | 2021      | 75056
                75102                  | ARM          | 2021      | 75056
                01002                  | COMD         | 2021      | 01001
                """);
        return Population.apply(
                table(spark, Bronze.INSEE_POPULATION, lignes),
                rattachees,
                table(spark, Silver.COMMUNE_VIE, "code_commune"));
    }
}

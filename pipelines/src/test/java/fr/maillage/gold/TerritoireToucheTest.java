package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What perimeters and divisions reach into: communes 1 and 2 are one EPCI, 3 and 4 another, in two départements. */
@SparkTest
class TerritoireToucheTest {

    @Test
    void countsWhatATerritoryHoldsWholeAndInPart(SparkSession spark) {
        assertThat(TerritoireTouche.apply(table(spark, Silver.RATTACHEMENT, """
                code_commune | niveau             | code_territoire | part
                01001        | commune            | 01001           | 1.0
                01002        | commune            | 01002           | 1.0
                01003        | commune            | 01003           | 1.0
                69004        | commune            | 69004           | 1.0
                01001        | national           | FR              | 1.0
                01001        | departement        | 01              | 1.0
                01002        | departement        | 01              | 1.0
                01003        | departement        | 01              | 1.0
                69004        | departement        | 69              | 1.0
                01001        | epci               | E1              | 1.0
                01002        | epci               | E1              | 1.0
                01003        | epci               | E2              | 1.0
                69004        | epci               | E2              | 1.0
                01001        | territoire_declare | projet          | 1.0
                01002        | territoire_declare | projet          | 1.0
                01003        | territoire_declare | projet          | 0.4
                01001        | territoire_declare | ailleurs        | 0.0
                """), table(spark, Silver.TERRITOIRE, """
                niveau             | code_territoire | millesime | libelle_territoire
                national           | FR              | 2024      | France
                commune            | 01001           | 2024      | Un
                departement        | 01              | 2024      | Ain
                departement        | 69              | 2024      | Rhône
                epci               | E1              | 2024      | CC 1
                epci               | E2              | 2024      | CC 2
                territoire_declare | projet          | 2024      | Projet
                territoire_declare | ailleurs        | 2024      | Ailleurs
                """)))
                .hasRows("""
                niveau             | code_territoire | millesime | libelle_territoire | niveau_touche | nb_touches | nb_entiers | nb_en_partie
                departement        | 01              | 2024      | Ain                | commune       | 3          | 3          | 0
                departement        | 01              | 2024      | Ain                | epci          | 2          | 1          | 1
                departement        | 69              | 2024      | Rhône              | commune       | 1          | 1          | 0
                departement        | 69              | 2024      | Rhône              | epci          | 1          | 0          | 1
                epci               | E1              | 2024      | CC 1               | commune       | 2          | 2          | 0
                epci               | E1              | 2024      | CC 1               | departement   | 1          | 0          | 1
                epci               | E2              | 2024      | CC 2               | commune       | 2          | 2          | 0
                epci               | E2              | 2024      | CC 2               | departement   | 2          | 1          | 1
                territoire_declare | projet          | 2024      | Projet             | commune       | 3          | 2          | 1
                territoire_declare | projet          | 2024      | Projet             | epci          | 2          | 1          | 1
                territoire_declare | projet          | 2024      | Projet             | departement   | 1          | 0          | 1
                territoire_declare | ailleurs        | 2024      | Ailleurs           | commune       | 0          | 0          | 0
                territoire_declare | ailleurs        | 2024      | Ailleurs           | epci          | 0          | 0          | 0
                territoire_declare | ailleurs        | 2024      | Ailleurs           | departement   | 0          | 0          | 0
                """);
    }
}

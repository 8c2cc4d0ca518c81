package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;

import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class SaisieTest {

    @Test
    void readsDaysAsSpreadsheetsSaveThem(SparkSession spark) {
        Dataset<Row> typed =
                typed(spark, "2024-03-01", "01/03/2024", "1/3/2024", "01-03-2024", "31/02/2020", "hier", "01/03/0024");

        assertThat(typed.select(col("typed"), Saisie.date(col("typed")).as("read")))
                .hasRows("""
                typed        | read
                2024-03-01   | 2024-03-01
                01/03/2024   | 2024-03-01
                1/3/2024     | 2024-03-01
                01-03-2024   | 2024-03-01
                31/02/2020   |
                hier         |
                01/03/0024   |
                """);
    }

    @Test
    void readsMonthsEvenThoseASpreadsheetRenamed(SparkSession spark) {
        Dataset<Row> typed = typed(
                spark, "2024-02", "02/2024", "01/02/2024", "févr-24", "févr.-24", "août 2023", "2024-13", "xyz-24");

        assertThat(typed.select(col("typed"), Saisie.mois(col("typed")).as("read")))
                .hasRows("""
                typed      | read
                2024-02    | 2024-02-01
                02/2024    | 2024-02-01
                01/02/2024 | 2024-02-01
                févr-24    | 2024-02-01
                févr.-24   | 2024-02-01
                août 2023  | 2023-08-01
                2024-13    |
                xyz-24     |
                """);
    }

    @Test
    void readsNumbersWithCommaPointAndBlanks(SparkSession spark) {
        Dataset<Row> typed = typed(spark, "1 234,5", "12.0", "-3", "2A004", "NaN", "1,2,3");

        assertThat(typed.select(
                        col("typed"),
                        Saisie.nombre(col("typed")).as("number"),
                        Saisie.entier(col("typed")).as("whole")))
                .hasRows("""
                typed   | number | whole
                1 234,5 | 1234.5 |
                12.0    | 12.0   | 12
                -3      | -3.0   | -3
                2A004   |        |
                NaN     |        |
                1,2,3   |        |
                """);
    }

    @Test
    void tellsWhatCannotBeReadFromWhatIsEmpty(SparkSession spark) {
        Dataset<Row> typed = typed(spark, "douze", "12", "", null);

        assertThat(typed.select(
                        col("typed"),
                        Saisie.illisible(col("typed"), Saisie.nombre(col("typed")))
                                .as("unreadable")))
                .hasRows("""
                typed | unreadable
                douze | true
                12    | false
                ''    | false
                      | false
                """);
    }

    @Test
    void readsACodeWhateverItsCapitalsAccentsAndBlanks(SparkSession spark) {
        assertThat(typed(spark, " Accueil de Jour ", "Fédération")
                        .select(Saisie.code(col("typed")).as("code")))
                .hasRows("""
                code
                accueil_de_jour
                federation
                """);
    }

    private static Dataset<Row> typed(SparkSession spark, String... texts) {
        return spark.createDataset(java.util.Arrays.asList(texts), Encoders.STRING())
                .toDF("typed");
    }
}

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
class EpciTest {

    private static final String DGCL = """
            siren     | raison_sociale | nature_juridique | insee | _millesime | _ligne | _rang
            200000172 | CC A           | CC               | 1001  | 2024-01-01 | 2      | 1
            200000172 | CC A           | CC               | 01002 | 2024-01-01 | 3      | 1
            1234567   | CA B           | CA               | 01003 | 2024-01-01 | 4      | 1
            """;
    private static final String INSEE = """
            codgeo | epci      | _millesime | _rang | _ligne
            01002  | 200000172 | 2024-01-01 | 2     | 7
            22016  | ZZZZZZZZZ | 2024-01-01 | 2     | 8
            """;

    /** Zonings tell the years that no composition tells, once. */
    private static final String ZONAGES = """
            codgeo | epci      | _millesime | _rang | _ligne
            1001   | 200000999 | 2018-01-01 | 4     | 2
            01001  | 200000998 | 2018-01-01 | 3     | 2
            22016  | ZZZZZZZZZ | 2018-01-01 | 4     | 3
                   |           | 2018-01-01 | 4     | 4
            01001  | 200000997 | 2024-01-01 | 5     | 2
            """;

    @Test
    void bothPublishersTellTheComposition(SparkSession spark) {
        assertThat(composition(spark)).hasRows("""
                code_commune | millesime | code_epci | _ligne | _regles
                01001        | 2024      | 200000172 | 2      |
                01002        | 2024      | 200000172 | 7      |
                01002        | 2024      | 200000172 | 3      | doublon
                01003        | 2024      | 001234567 | 4      |
                01001        | 2018      | 200000999 | 2      |
                """);
    }

    @Test
    void anEpciStandsOnceWithItsNumberOfCommunes(SparkSession spark) {
        Dataset<Row> insee = table(spark, Bronze.INSEE_EPCI, """
                epci      | libepci | nature_epci | _millesime | _rang
                ZZZZZZZZZ | Sans    | ZZ          | 2024-01-01 | 2
                200000172 | CC A'   | CC          | 2024-01-01 | 2
                """);
        Dataset<Row> membres = table(spark, Silver.EPCI_COMMUNE, """
                code_commune | millesime | code_epci
                01001        | 2024      | 200000172
                01002        | 2024      | 200000172
                """);

        assertThat(Epci.apply(table(spark, Bronze.DGCL_EPCI_COMMUNE, DGCL), insee, membres))
                .hasRows("""
                code_epci | millesime | libelle | nature_epci | nb_communes | _regles
                200000172 | 2024      | CC A'   | CC          | 2           |
                200000172 | 2024      | CC A    | CC          | 2           | doublon
                001234567 | 2024      | CA B    | CA          |             |
                """);
    }

    private static Dataset<Row> composition(SparkSession spark) {
        return EpciCommune.apply(
                table(spark, Bronze.DGCL_EPCI_COMMUNE, DGCL),
                table(spark, Bronze.INSEE_EPCI_COMMUNE, INSEE),
                table(spark, Bronze.INSEE_ZONAGE, ZONAGES));
    }
}

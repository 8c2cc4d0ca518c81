package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DigestTest {

    private static final List<String> COLUMNS = List.of(Columns.NOM, Columns.NOM_LONG, Columns.DATE_OUVERTURE);

    @Test
    void tellsAValueFromTheSameValueInTheNextColumn(SparkSession spark) {
        assertThat(digests(spark, """
                nom     | nom_long | date_ouverture
                LE PARC |          | 2001-02-03
                        | LE PARC  | 2001-02-03
                """)).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameForEqualRowsNullsIncluded(SparkSession spark) {
        assertThat(digests(spark, """
                nom     | nom_long | date_ouverture
                LE PARC |          |
                LE PARC |          |
                """))
                .hasSize(2)
                .allMatch(digest -> digest.matches("[0-9a-f]{16}"))
                .containsOnly(digests(spark, """
                nom     | nom_long | date_ouverture
                LE PARC |          |
                """).get(0));
    }

    private static List<String> digests(SparkSession spark, String text) {
        Dataset<Row> rows = TextTable.table(spark, Silver.ETABLISSEMENT_VERSION, text);
        return rows.select(Digest.of(COLUMNS)).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}

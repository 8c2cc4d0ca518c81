package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SparkTest
class StratesTest {

    @Test
    void namesTheBandOfASize(SparkSession spark) {
        assertThat(spark.sql(
                                "SELECT * FROM VALUES (0.0), (19.99), (20.0), (79.5), (80.0), (300.0), (null) AS t(taille)")
                        .withColumn("strate", Strates.of("20, 80").de(col("taille"))))
                .hasRows("""
                taille | strate
                0.00   | 0-19
                19.99  | 0-19
                20.00  | 20-79
                79.50  | 20-79
                80.00  | 80+
                300.00 | 80+
                       |
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20,x", "40,20", "20,20", "0,20", "-5"})
    void refusesBoundsThatDoNotRise(String bornes) {
        assertThatThrownBy(() -> Strates.of(bornes))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("strates_capacite=" + bornes);
    }
}

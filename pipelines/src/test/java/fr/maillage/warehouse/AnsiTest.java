package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A Corsican code in a number field is an error to be handled, never a silent null. */
@SparkTest
class AnsiTest {

    @Test
    void aBareCastOfInputThrows(SparkSession spark) {
        assertThatThrownBy(() -> spark.sql("SELECT CAST('2A004' AS BIGINT)").collectAsList())
                .hasMessageContaining("CAST_INVALID_INPUT");
    }

    @Test
    void tryCastGivesNull(SparkSession spark) {
        assertThat(spark.sql("SELECT try_cast('2A004' AS BIGINT)").first().isNullAt(0))
                .isTrue();
    }
}

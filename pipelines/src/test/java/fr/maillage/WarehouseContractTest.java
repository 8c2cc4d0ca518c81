package fr.maillage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.warehouse.SparkSchemas;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transformation, planned on empty tables, gives the columns its contract promises. */
@SparkTest
class WarehouseContractTest {

    private final SparkSession spark;

    WarehouseContractTest(SparkSession spark) {
        this.spark = spark;
    }

    static List<Named<Transformation>> transformations() {
        return Maillage.TRANSFORMATIONS.stream()
                .map(transformation -> Named.of(transformation.target().id(), transformation))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("transformations")
    void keepsItsContract(Transformation transformation) {
        var result = transformation.build(new TestTables(spark));
        assertThat(SparkSchemas.differences(transformation.target(), result.schema()))
                .isEmpty();
    }

    @Test
    void noTableIsComputedTwice() {
        assertThat(Maillage.TRANSFORMATIONS)
                .extracting(transformation -> transformation.target().id())
                .doesNotHaveDuplicates();
    }
}

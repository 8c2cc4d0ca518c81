package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.split;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class EmptinessTest {

    private static final StructType SCHEMA = StructType.fromDDL("cle STRING, mots STRING");

    private Dataset<Row> none;
    private Dataset<Row> one;

    @BeforeEach
    void tables(SparkSession spark) {
        none = spark.createDataFrame(List.of(), SCHEMA);
        one = spark.createDataFrame(List.of(RowFactory.create("a", "x y")), SCHEMA);
    }

    @Test
    void rowsThatComeFromRowsAreNoneWithoutThem() {
        assertThat(Emptiness.isCertain(none.where(col("cle").isNull()).select("mots")))
                .isTrue();
        assertThat(Emptiness.isCertain(none.withColumn("mot", explode(split(col("mots"), " ")))))
                .isTrue();
        assertThat(Emptiness.isCertain(none.withColumn(
                        "rang", row_number().over(Window.partitionBy("cle").orderBy("mots")))))
                .isTrue();
        assertThat(Emptiness.isCertain(
                        none.as("a").distinct().repartition(col("cle")).orderBy("cle")))
                .isTrue();
        assertThat(Emptiness.isCertain(one.where(col("cle").isNull()))).isFalse();
    }

    @Test
    void aTotalIsARowEvenOfNothing() {
        assertThat(Emptiness.isCertain(none.groupBy("cle").agg(count(lit(1))))).isTrue();
        assertThat(Emptiness.isCertain(none.agg(count(lit(1))))).isFalse();
    }

    @Test
    void aUnionIsEmptyWhenAllOfItIs() {
        assertThat(Emptiness.isCertain(none.union(none))).isTrue();
        assertThat(Emptiness.isCertain(none.union(one))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "inner, true, true",
        "left, true, false",
        "right, false, true",
        "outer, false, false",
        "left_semi, true, true",
        "left_anti, true, false",
    })
    void aJoinIsEmptyAsItsKindSays(String kind, boolean withoutLeft, boolean withoutRight) {
        assertThat(Emptiness.isCertain(none.join(broadcast(one), new String[] {"cle"}, kind)))
                .isEqualTo(withoutLeft);
        assertThat(Emptiness.isCertain(one.join(broadcast(none), new String[] {"cle"}, kind)))
                .isEqualTo(withoutRight);
        assertThat(Emptiness.isCertain(none.join(none, new String[] {"cle"}, kind)))
                .isTrue();
    }
}

package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.atlas.Classes.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassesTest {

    @Test
    void cutsEqualIntervalsBetweenTheSmallestAndTheLargest() {
        assertThat(limits(IntStream.rangeClosed(0, 100).mapToDouble(i -> i)).get(Method.EQUAL))
                .containsExactly(1, 20.8, 40.6, 60.4, 80.2, 100);
    }

    @Test
    void putsAsManyValuesInEachQuantile() {
        double[] values = IntStream.rangeClosed(1, 1000).mapToDouble(i -> i * i).toArray();
        double[] limits = limits(Arrays.stream(values)).get(Method.QUANTILE);

        assertThat(limits).hasSize(6);
        for (int i = 0; i < 5; i++) {
            double from = limits[i];
            double to = limits[i + 1];
            assertThat(Arrays.stream(values)
                            .filter(value -> value >= from && value < to)
                            .count())
                    .isBetween(190L, 210L);
        }
    }

    @Test
    void findsTheGapsWithJenks() {
        double[] limits = limits(DoubleStream.of(1, 1.1, 1.2, 20, 20.1, 40, 40.1, 60, 60.2, 90, 91))
                .get(Method.JENKS);

        assertThat(limits).hasSize(6);
        assertThat(limits[0]).isEqualTo(1);
        assertThat(limits[5]).isEqualTo(91);
    }

    @Test
    void givesEachOfFewValuesItsOwnClass() {
        assertThat(limits(DoubleStream.of(2, 2, 5, 9)).get(Method.QUANTILE)).containsExactly(2, 5, 9, 9);
    }

    @Test
    void leavesZeroAndTheUnknownOut() {
        assertThat(limits(DoubleStream.of(0, Double.NaN)).get(Method.JENKS)).isEmpty();
    }

    private static Map<Method, double[]> limits(DoubleStream values) {
        return Classes.of(values, 1);
    }
}

package fr.maillage.gold;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.geo.Distances;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EtendueTest {

    private static final Offset<Double> MILLIMETRE = Offset.offset(1e-6);

    @Test
    void isUnknownWithFewerThanTwoPoints() {
        assertThat(Etendue.km(List.of())).isNull();
        assertThat(Etendue.km(List.of(new double[] {2, 48}))).isNull();
    }

    @Test
    void isZeroWhenAllStandInOnePlace() {
        assertThat(Etendue.km(List.of(new double[] {2, 48}, new double[] {2, 48})))
                .isZero();
    }

    @Test
    void isTheLargestGeodesicDistanceOfAllPairs() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double width = Math.pow(10, -3 + 5 * random.nextDouble());
            List<double[]> points = IntStream.range(0, 40)
                    .mapToObj(i -> new double[] {width * random.nextDouble(), 40 + width / 3 * random.nextDouble()})
                    .toList();

            assertThat(Etendue.km(points)).isCloseTo(byHand(points), MILLIMETRE);
        }
    }

    private static double byHand(List<double[]> points) {
        return points.stream()
                        .flatMapToDouble(
                                a -> points.stream().mapToDouble(b -> Distances.metres(a[0], a[1], b[0], b[1])))
                        .max()
                        .orElseThrow()
                / 1000;
    }
}

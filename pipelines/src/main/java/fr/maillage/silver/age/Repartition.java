package fr.maillage.silver.age;

import java.util.stream.IntStream;

/** Whole people shared out in proportion to weights, to the unit: the largest remainders get those that are left. */
public final class Repartition {

    private Repartition() {}

    /**
     * @param total people to share out
     * @param poids weights that are not negative
     * @return one count per weight, which add up to the total; null when no weight is above 0 and there are people
     */
    public static long[] de(long total, double... poids) {
        double sum = 0;
        for (double one : poids) {
            sum += one;
        }
        if (!(sum > 0)) {
            return total == 0 ? new long[poids.length] : null;
        }
        long[] parts = new long[poids.length];
        double[] remainders = new double[poids.length];
        long left = total;
        for (int i = 0; i < poids.length; i++) {
            double exact = total * (poids[i] / sum);
            parts[i] = (long) Math.floor(exact + 1e-9);
            remainders[i] = exact - parts[i];
            left -= parts[i];
        }
        int[] byRemainder = IntStream.range(0, poids.length)
                .filter(i -> poids[i] > 0)
                .boxed()
                .sorted((a, b) -> remainders[a] == remainders[b]
                        ? Integer.compare(a, b)
                        : Double.compare(remainders[b], remainders[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; left > 0; i++, left--) {
            parts[byRemainder[i % byRemainder.length]]++;
        }
        for (int i = byRemainder.length - 1; left < 0; i--, left++) {
            parts[byRemainder[i]]--;
        }
        return parts;
    }
}

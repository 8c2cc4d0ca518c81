package fr.maillage.bench;

import java.util.Arrays;

/** The benchmarks, by name: {@code points}, {@code index}, {@code finess-plus}, {@code history}, {@code network}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("finess-plus")) {
            BenchFinessPlus.main(Arrays.copyOfRange(args, 1, args.length));
        } else if (args.length > 0 && args[0].equals("history")) {
            BenchHistory.main(Arrays.copyOfRange(args, 1, args.length));
        } else if (args.length > 0 && args[0].equals("network")) {
            BenchNetwork.main(Arrays.copyOfRange(args, 1, args.length));
        } else {
            BenchPoints.main(args);
        }
    }
}

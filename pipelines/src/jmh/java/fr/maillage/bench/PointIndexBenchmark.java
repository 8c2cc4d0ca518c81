package fr.maillage.bench;

import fr.maillage.geo.PointIndex;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** How many points a microsecond the index answers, that is millions a second, over all threads. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class PointIndexBenchmark {

    private static final int NB_POINTS = 1 << 20;

    /** The index and its points, shared by all threads. */
    @State(Scope.Benchmark)
    public static class Points {

        private PointIndex index;
        private double[] points;

        @Setup
        public void build() throws Exception {
            Terrain terrain = Terrain.find();
            index = PointIndex.build(terrain.communes());
            points = terrain.points(NB_POINTS, 42);
        }

        int found() {
            int found = 0;
            for (int i = 0; i < points.length; i += 2) {
                found += index.find(points[i], points[i + 1]) == PointIndex.NONE ? 0 : 1;
            }
            return found;
        }
    }

    @Benchmark
    @Threads(1)
    @OperationsPerInvocation(NB_POINTS)
    public int oneThread(Points points) {
        return points.found();
    }

    @Benchmark
    @Threads(2)
    @OperationsPerInvocation(NB_POINTS)
    public int twoThreads(Points points) {
        return points.found();
    }
}

package fr.maillage.warehouse;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Which table is computed next when several could be: the one with the most work waiting behind it, so that a build does
 * not end with one long chain and an idle processor.
 */
final class Turns implements AutoCloseable {

    /** What a table counts for that was never built: its planning. */
    private static final double UNKNOWN_SECONDS = 1;

    private final Map<String, Double> behind;
    private final ThreadPoolExecutor pool;

    /**
     * @param steps in dependency order
     * @param former tables as built before, for how long they took
     */
    Turns(List<ProgramPlan.Step> steps, Map<String, TableState> former, int atOnce) {
        this.behind = behind(steps, former);
        this.pool = new ThreadPoolExecutor(
                atOnce, atOnce, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Turns::daemon);
    }

    /** Runs the work of a table when its turn comes. */
    Executor of(String table) {
        return work -> pool.execute(new Turn(behind.get(table), table, work));
    }

    /** Seconds of the longest chain of tables that begins with each. */
    static Map<String, Double> behind(List<ProgramPlan.Step> steps, Map<String, TableState> former) {
        Map<String, Double> behind = new HashMap<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            ProgramPlan.Step step = steps.get(i);
            double chain = behind.getOrDefault(step.table(), 0.0) + seconds(former.get(step.table()));
            behind.put(step.table(), chain);
            step.reads().forEach(read -> behind.merge(read, chain, Math::max));
        }
        behind.keySet().retainAll(tables(steps));
        return behind;
    }

    private static double seconds(TableState former) {
        return former == null ? UNKNOWN_SECONDS : Math.max(UNKNOWN_SECONDS, former.seconds());
    }

    private static Collection<String> tables(List<ProgramPlan.Step> steps) {
        return steps.stream().map(ProgramPlan.Step::table).toList();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "build");
        thread.setDaemon(true);
        return thread;
    }

    /** The work of a table; the longest chain first, then by name. */
    private record Turn(double behind, String table, Runnable work) implements Runnable, Comparable<Turn> {

        private static final Comparator<Turn> ORDER =
                Comparator.comparingDouble(Turn::behind).reversed().thenComparing(Turn::table);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }

        @Override
        public void run() {
            work.run();
        }
    }
}

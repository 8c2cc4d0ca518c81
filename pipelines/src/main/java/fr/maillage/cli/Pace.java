package fr.maillage.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is done and says how fast it goes and how long it will take. */
final class Pace {

    private final long start = System.nanoTime();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();

    void total(long units) {
        total.set(units);
    }

    void advance(long units) {
        done.addAndGet(units);
    }

    void rows(long more) {
        rows.addAndGet(more);
    }

    long done() {
        return done.get();
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Rows so far and per second. */
    String rate() {
        double perSecond = rows.get() / Math.max(seconds(), 0.001);
        return String.format(Locale.ROOT, "%,d rows, %,.0f rows/s", rows.get(), perSecond);
    }

    /** Share done, rows, rate, time left. */
    String line() {
        return String.format(Locale.ROOT, "%.0f %%, %s%s", share() * 100, rate(), left());
    }

    private double share() {
        return total.get() == 0 ? 0 : Math.min(1, (double) done.get() / total.get());
    }

    private String left() {
        double share = share();
        return share <= 0 || share >= 1
                ? ""
                : String.format(Locale.ROOT, ", %.0f s left", seconds() * (1 - share) / share);
    }
}

package fr.maillage.cli;

import java.io.Closeable;
import java.io.PrintWriter;

/**
 * Shows on standard error how far a long command is: share done, rows, rate and time left.
 *
 * <p>A moving bar where somebody looks, plain lines where a log is kept. May be called from several threads.
 */
public interface Progress extends Closeable {

    /** System property by which the launcher says whether standard error is a terminal. */
    String TERMINAL = "maillage.terminal";

    /** How much there is to do, in whatever unit {@link #advance} counts: bytes, tables. */
    void total(long units);

    /** So much more of the total is done. */
    void advance(long units);

    void rows(long more);

    /** What is being done now, in a few words. */
    void now(String what);

    /** A line that stays, above the bar. */
    void say(String line);

    @Override
    void close();

    /**
     * What {@link #advance} counts, as a person reads it.
     *
     * @param size how many make one of what the label says: bytes in a megabyte
     */
    record Unit(String label, long size) {
        static final Unit MEGABYTES = new Unit(" MB", 1_000_000);
        static final Unit TABLES = new Unit(" tables", 1);
    }

    /** A progress for this terminal or log. */
    static Progress of(String title, Unit unit, PrintWriter err) {
        return isTerminal() ? new TerminalProgress(title, unit, err) : new LineProgress(title, err);
    }

    private static boolean isTerminal() {
        String told = System.getProperty(TERMINAL);
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }
}

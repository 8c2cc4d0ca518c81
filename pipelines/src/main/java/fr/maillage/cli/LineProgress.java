package fr.maillage.cli;

import java.io.PrintWriter;

/** Progress as plain lines, a few per minute: for logs and pipes. */
final class LineProgress implements Progress {

    private static final double PAUSE_SECONDS = 5;

    private final String title;
    private final PrintWriter err;
    private final Pace pace = new Pace();
    private double told;

    LineProgress(String title, PrintWriter err) {
        this.title = title;
        this.err = err;
    }

    @Override
    public void total(long units) {
        pace.total(units);
    }

    @Override
    public void advance(long units) {
        pace.advance(units);
        tell();
    }

    @Override
    public void rows(long more) {
        pace.rows(more);
        tell();
    }

    @Override
    public void now(String what) {
        // A log shows what was done, not what is being done.
    }

    @Override
    public synchronized void say(String line) {
        err.println(line);
    }

    @Override
    public void close() {
        if (pace.done() > 0) {
            say(title + ": " + pace.rate());
        }
    }

    private synchronized void tell() {
        if (pace.seconds() - told >= PAUSE_SECONDS) {
            told = pace.seconds();
            say(title + ": " + pace.line());
        }
    }
}

package fr.maillage.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar that moves on the last line of a terminal. */
final class TerminalProgress implements Progress {

    private static final int EVERY_MILLISECONDS = 200;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final Pace pace = new Pace();
    private final ProgressBar bar;
    private volatile String now = "";

    TerminalProgress(String title, Unit unit, PrintWriter err) {
        this.err = err;
        this.bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(EVERY_MILLISECONDS)
                .setUnit(unit.label(), unit.size())
                .setInitialMax(0)
                .build();
    }

    @Override
    public void total(long units) {
        pace.total(units);
        bar.maxHint(units);
    }

    @Override
    public void advance(long units) {
        pace.advance(units);
        bar.stepBy(units);
        show();
    }

    @Override
    public void rows(long more) {
        pace.rows(more);
        show();
    }

    @Override
    public void now(String what) {
        now = what;
        show();
    }

    @Override
    public void say(String line) {
        err.println(CLEAR_LINE + line);
    }

    @Override
    public void close() {
        now = "";
        show();
        bar.close();
    }

    private void show() {
        bar.setExtraMessage(" " + pace.rate() + (now.isEmpty() ? "" : "  " + now));
    }
}

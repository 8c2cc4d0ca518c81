package fr.maillage.cli;

import fr.maillage.warehouse.BuildListener;
import fr.maillage.warehouse.TableBuilt;
import java.io.PrintWriter;
import java.util.Locale;

/** One line per table that is computed, as it is done; nothing for those that are up to date. */
final class BuildProgress implements BuildListener {

    private final PrintWriter err;

    BuildProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void started(String table) {
        // A line when it is done says more; two lines per table say less.
    }

    @Override
    public synchronized void done(TableBuilt built) {
        if (built.outcome() == TableBuilt.Outcome.FRESH) {
            return;
        }
        if (built.failed()) {
            err.println("[" + built.table() + "] " + built.message());
        } else {
            err.println(String.format(
                    Locale.ROOT,
                    "[%s] %,d rows, %,d rejected, %.1f s, version %d%s",
                    built.table(),
                    built.rows(),
                    built.rejected(),
                    built.seconds(),
                    built.version(),
                    remark(built.outcome())));
        }
    }

    private static String remark(TableBuilt.Outcome outcome) {
        return switch (outcome) {
            case SAME -> " (content unchanged)";
            case RESUMED -> " (taken up where it was cut off)";
            default -> "";
        };
    }
}

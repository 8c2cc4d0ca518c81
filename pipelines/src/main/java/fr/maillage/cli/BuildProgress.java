package fr.maillage.cli;

import fr.maillage.warehouse.BuildListener;
import fr.maillage.warehouse.TableBuilt;
import java.io.Closeable;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows a build as it goes; one line stays per table that was computed, none for those that are up to date. */
final class BuildProgress implements BuildListener, Closeable {

    private final PrintWriter err;
    private Progress progress;

    BuildProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void planned(int tables) {
        progress = Progress.of("build", Progress.Unit.TABLES, err);
        progress.total(tables);
    }

    @Override
    public void started(String table) {
        progress.now(table);
    }

    @Override
    public synchronized void done(TableBuilt built) {
        progress.advance(1);
        if (built.outcome() != TableBuilt.Outcome.FRESH) {
            progress.rows(built.rows());
            progress.say(line(built));
        }
    }

    /** Ends the bar; a build with nothing to do never began one. */
    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }

    private static String line(TableBuilt built) {
        if (built.failed()) {
            return "[" + built.table() + "] " + built.message();
        }
        return String.format(
                Locale.ROOT,
                "[%s] %,d rows, %,d rejected, %.1f s, version %d%s",
                built.table(),
                built.rows(),
                built.rejected(),
                built.seconds(),
                built.version(),
                remark(built.outcome()));
    }

    private static String remark(TableBuilt.Outcome outcome) {
        return switch (outcome) {
            case SAME -> " (content unchanged)";
            case RESUMED -> " (taken up where it was cut off)";
            default -> "";
        };
    }
}

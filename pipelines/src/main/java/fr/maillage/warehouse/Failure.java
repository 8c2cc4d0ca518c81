package fr.maillage.warehouse;

import fr.maillage.MaillageException;
import fr.maillage.source.BrokenFile;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a table could not be built, in one line a person can act on; the log has the rest.
 *
 * @param outcome REFUSED when a person can mend it, FAILED when the program is at fault
 */
record Failure(TableBuilt.Outcome outcome, String message) {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    static Failure of(Throwable thrown, String table) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MaillageException) {
                return refused(cause.getMessage());
            }
            if (cause instanceof BrokenFile) {
                return refused("Cannot build " + table + ": a landed file cannot be read any more: "
                        + cause.getMessage() + ". Put the file back from a copy, or ingest it again.");
            }
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("No space left")) {
                return refused(
                        "Cannot build " + table + ": the disk is full. Free some space (see maillage vacuum), then"
                                + " run build again: it goes on where it stopped.");
            }
        }
        LOG.error("Failure of {}", table, thrown);
        Throwable root = root(thrown);
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new Failure(
                TableBuilt.Outcome.FAILED,
                "Cannot build " + table + ": " + root.getClass().getSimpleName() + ": " + message
                        + ". This is a fault of the program; the log has the details.");
    }

    private static Failure refused(String message) {
        return new Failure(TableBuilt.Outcome.REFUSED, message);
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

package fr.maillage.warehouse;

/**
 * What became of one table in a build.
 *
 * @param rows rows readers see now
 * @param rejected rows set aside now
 * @param seconds time it took; 0 when nothing had to be done
 * @param version version of the Delta table, -1 when there is none
 * @param message why it failed or was held back; empty otherwise
 */
public record TableBuilt(
        String table, Outcome outcome, long rows, long rejected, double seconds, long version, String message) {

    /** What happened. */
    public enum Outcome {
        /** Nothing it depends on changed. */
        FRESH,
        /** Computed, and its content is new. */
        BUILT,
        /** Computed, and its content is what it was: no new version, nothing downstream is stale. */
        SAME,
        /** Taken up from a run that was cut off. */
        RESUMED,
        /** A check refused it, or a person must act; the former table stays. */
        REFUSED,
        /** The program is at fault; the former table stays. */
        FAILED,
        /** A table it reads failed and it would have to be computed anew; the former table stays. */
        HELD_BACK
    }

    /** Whether the table is not what it should be now. */
    public boolean failed() {
        return outcome == Outcome.REFUSED || outcome == Outcome.FAILED || outcome == Outcome.HELD_BACK;
    }

    static TableBuilt of(Outcome outcome, TableState state, double seconds) {
        return new TableBuilt(state.table(), outcome, state.rows(), state.rejected(), seconds, state.version(), "");
    }

    static TableBuilt failed(String table, Outcome outcome, TableState former, double seconds, String message) {
        return former == null
                ? new TableBuilt(table, outcome, 0, 0, seconds, -1, message)
                : new TableBuilt(table, outcome, former.rows(), former.rejected(), seconds, former.version(), message);
    }
}

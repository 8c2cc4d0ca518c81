package fr.maillage.warehouse;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A history: computed whole from all releases, or from what it was and the one release that is newer than all others.
 *
 * <p>Both ways give the same rows, whatever the order in which releases came. A row is settled when {@link #closing}
 * holds a day; settled rows never change again, so that a new release rewrites the open ones alone.
 */
public interface Fold extends ByRelease {

    /** The date column that says which release settled a row; 9999-12-31 while none has. */
    String closing();

    @Override
    default String releaseColumn() {
        return closing();
    }

    /**
     * The open rows after one more release, the rows it settles and those it rejects.
     *
     * @param state the accepted open rows, with their technical columns
     * @param release as {@link #build} of {@link ByRelease} sees it
     */
    Dataset<Row> next(Dataset<Row> state, Tables release);
}

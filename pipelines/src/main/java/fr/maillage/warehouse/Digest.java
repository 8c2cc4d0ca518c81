package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.isnull;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Fingerprints of rows and of whole tables.
 *
 * <p>A bare {@code xxhash64} skips nulls, so a value that moves to the next column would be no change: here each null is
 * marked. A bare sum of hashes overflows under ANSI: here it is a decimal.
 */
public final class Digest {

    private Digest() {}

    /** The fingerprint of a row over these columns. */
    public static Column of(List<Column> columns) {
        List<Column> marked = new ArrayList<>();
        for (Column column : columns) {
            marked.add(isnull(column));
            marked.add(column);
        }
        return xxhash64(marked.toArray(Column[]::new));
    }

    /** The fingerprint of a set of rows, whatever their order: the sum of theirs; 0 for no row. */
    public static Column sumOf(Column rowDigest) {
        return coalesce(sum(rowDigest.cast("decimal(20,0)")), lit(0).cast("decimal(30,0)"));
    }
}

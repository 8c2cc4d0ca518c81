package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Fingerprints of rows that tell a null from a value.
 *
 * <p>A bare {@code xxhash64} skips nulls, so that a value that moves to the next column would look like no change. Here
 * every value is preceded by whether it is null.
 */
public final class Digest {

    private Digest() {}

    /** Sixteen hexadecimal digits; equal for rows that are equal in these columns, in this order. */
    public static Column of(List<String> columns) {
        return lower(lpad(hex(number(columns)), 16, "0"));
    }

    /** The same as a number of 64 bits; never sum it as a bigint, which overflows. */
    public static Column number(List<String> columns) {
        List<Column> marked = new ArrayList<>();
        for (String name : columns) {
            Column column = functions.col(name);
            marked.add(column.isNull());
            marked.add(column);
        }
        return xxhash64(marked.toArray(Column[]::new));
    }
}

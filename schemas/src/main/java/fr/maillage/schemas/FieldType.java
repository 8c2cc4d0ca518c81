package fr.maillage.schemas;

import java.util.Locale;

/** Types of a column, in Table Schema words; all but two are flat, as silver and gold must be. */
public enum FieldType {
    STRING,
    /** A whole number of 64 bits: what counts and sums give. */
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    /** An instant, in UTC. */
    DATETIME,
    /** A list of texts. */
    TEXTS,
    /** Well-known binary; the column {@code srid} beside it tells the reference system. */
    GEOMETRY,
    /** Bytes with a meaning of their own, such as a point index. */
    BYTES,
    /** Named values that stand together in a document; bronze only. */
    OBJECT,
    /** A list of objects of one shape; bronze only. */
    ARRAY;

    static FieldType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether values of it hold other values. */
    public boolean isNested() {
        return this == OBJECT || this == ARRAY;
    }

    /** The word used in a contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

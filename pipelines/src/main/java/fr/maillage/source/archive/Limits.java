package fr.maillage.source.archive;

/**
 * How much an archive may unpack to before it is taken for a trap.
 *
 * @param maxBytes largest content read from one file, all members together
 * @param maxRatio largest ratio of unpacked to packed size; JSON and XML registers reach about 30
 * @param ratioFrom unpacked size from which the ratio is looked at
 * @param maxMembers most members in one archive
 */
public record Limits(long maxBytes, int maxRatio, long ratioFrom, int maxMembers) {

    public static final Limits USUAL = new Limits(20L << 30, 250, 64L << 20, 20_000);

    /** Whether this much content is too much for a file of this size. */
    public boolean exceeded(long unpacked, long packed) {
        return unpacked > maxBytes || (unpacked > ratioFrom && unpacked / Math.max(packed, 1) >= maxRatio);
    }
}

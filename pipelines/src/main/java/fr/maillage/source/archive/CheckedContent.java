package fr.maillage.source.archive;

import fr.maillage.source.BrokenFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Unpacked content that says {@link BrokenFile} when it ends too early, is corrupt, or grows past the limits.
 *
 * <p>Everything read from a landed file goes through it, so no format has to know the ways archives break.
 */
final class CheckedContent extends FilterInputStream {

    private final String name;
    private final long packed;
    private final Limits limits;
    private long unpacked;

    CheckedContent(InputStream content, String name, long packed, Limits limits) {
        super(content);
        this.name = name;
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            int n = super.read(target, offset, length);
            count(n);
            return n;
        } catch (IOException e) {
            throw broken(name, e);
        }
    }

    @Override
    public long skip(long wanted) {
        byte[] skipped = new byte[(int) Math.min(Math.max(wanted, 0), 1 << 16)];
        return Math.max(read(skipped, 0, skipped.length), 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static BrokenFile broken(String name, IOException e) {
        return new BrokenFile(name + " is truncated or corrupt: " + reason(e), e);
    }

    /** Libraries say nothing of a content that merely ends. */
    private static String reason(IOException e) {
        return e.getMessage() == null ? "it ends too early" : e.getMessage();
    }

    static BrokenFile tooMuch(String name, long unpacked, long packed) {
        return new BrokenFile(name + " unpacks to far more than it should: over " + (unpacked >> 20) + " MiB from "
                + Math.max(packed >> 10, 1) + " KiB");
    }

    private void count(int n) {
        unpacked += Math.max(n, 0);
        if (limits.exceeded(unpacked, packed)) {
            throw tooMuch(name, unpacked, packed);
        }
    }
}

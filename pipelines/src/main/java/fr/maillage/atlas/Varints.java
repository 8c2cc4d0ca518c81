package fr.maillage.atlas;

import java.io.ByteArrayOutputStream;

/**
 * Bytes made of whole numbers of variable length: seven bits a byte, the lowest first.
 *
 * <p>Signed numbers are folded (0, -1, 1, -2 …) so that small differences of either sign take one byte.
 */
final class Varints {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Varints unsigned(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        return raw(value);
    }

    Varints signed(long value) {
        return raw((value << 1) ^ (value >> 63));
    }

    /** A number that may be unknown: 0 stands for that, everything else is moved up by one. */
    Varints optional(double value, long scale) {
        if (Double.isNaN(value)) {
            return raw(0);
        }
        long scaled = Math.round(value * scale);
        return raw(((scaled << 1) ^ (scaled >> 63)) + 1);
    }

    private Varints raw(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }
}

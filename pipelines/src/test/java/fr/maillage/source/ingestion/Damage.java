package fr.maillage.source.ingestion;

import fr.maillage.testing.Archives;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The ways a file is spoilt by transport, by software and by hand. */
enum Damage {
    /** The end is missing. */
    CUT {
        @Override
        byte[] apply(Random random, byte[] content) {
            return Arrays.copyOf(content, random.nextInt(content.length + 1));
        }
    },
    /** A few bits are wrong. */
    BITS {
        @Override
        byte[] apply(Random random, byte[] content) {
            byte[] flipped = content.clone();
            for (int i = random.nextInt(8); i >= 0 && flipped.length > 0; i--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return flipped;
        }
    },
    /** A few letters and digits are others; every record is still there. */
    LETTERS {
        @Override
        byte[] apply(Random random, byte[] content) {
            byte[] typed = content.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                int at = random.nextInt(typed.length);
                if (Character.isLetterOrDigit(typed[at]) && typed[at] > 0) {
                    typed[at] = (byte) LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length()));
                }
            }
            return typed;
        }
    },
    /** Read in one encoding and written in another, wholly or half. */
    ENCODING {
        @Override
        byte[] apply(Random random, byte[] content) {
            Charset from = any(random, ENCODINGS);
            byte[] encoded = new String(content, from).getBytes(any(random, ENCODINGS));
            int half = random.nextInt(content.length + 1);
            return random.nextBoolean()
                    ? encoded
                    : joined(
                            Arrays.copyOf(content, half),
                            Arrays.copyOfRange(encoded, Math.min(half, encoded.length), encoded.length));
        }
    },
    /** Something opens again and again, and never closes. */
    DEPTH {
        @Override
        byte[] apply(Random random, byte[] content) {
            return inserted(random, content, any(random, OPENINGS).repeat(1 << random.nextInt(16)));
        }
    },
    /** One field is far too long. */
    LENGTH {
        @Override
        byte[] apply(Random random, byte[] content) {
            return inserted(random, content, any(random, FILLINGS).repeat(1 << random.nextInt(20)));
        }
    },
    /** A value is of another type, in place of a number or a word. */
    TYPE {
        @Override
        byte[] apply(Random random, byte[] content) {
            int from = random.nextInt(content.length);
            int to = from;
            while (to < content.length && Character.isLetterOrDigit(content[to])) {
                to++;
            }
            return joined(
                    Arrays.copyOf(content, from),
                    any(random, VALUES).getBytes(StandardCharsets.UTF_8),
                    Arrays.copyOfRange(content, to, content.length));
        }
    },
    /** A piece is lost, or comes twice, or stands elsewhere. */
    PIECES {
        @Override
        byte[] apply(Random random, byte[] content) {
            int from = random.nextInt(content.length);
            int to = from + random.nextInt(content.length - from + 1);
            int at = random.nextInt(from + 1);
            byte[] piece = Arrays.copyOfRange(content, from, to);
            byte[] before = Arrays.copyOf(content, from);
            byte[] after = Arrays.copyOfRange(content, to, content.length);
            return switch (random.nextInt(3)) {
                case 0 -> joined(before, after);
                case 1 -> joined(before, piece, piece, after);
                default -> joined(Arrays.copyOf(before, at), piece, Arrays.copyOfRange(before, at, from), after);
            };
        }
    },
    /** Compressed, and spoilt before or after. */
    GZIP {
        @Override
        byte[] apply(Random random, byte[] content) throws IOException {
            return random.nextBoolean()
                    ? plain(random).apply(random, Archives.gzip(content))
                    : Archives.gzip(plain(random).apply(random, content));
        }
    },
    /** In an archive, itself perhaps compressed, and spoilt before or after. */
    TAR {
        @Override
        byte[] apply(Random random, byte[] content) throws IOException {
            if (random.nextBoolean()) {
                return plain(random).apply(random, Archives.tar("a", content, "b/c", content));
            }
            byte[] tar = Archives.tar("a", content, "b/c", plain(random).apply(random, content));
            return random.nextBoolean() ? tar : plain(random).apply(random, Archives.gzip(tar));
        }
    },
    /** In a zip, and spoilt before or after. */
    ZIP {
        @Override
        byte[] apply(Random random, byte[] content) throws IOException {
            return random.nextBoolean()
                    ? plain(random).apply(random, Archives.zip("a", content, "b/c", content))
                    : Archives.zip("a", content, "b/c", plain(random).apply(random, content));
        }
    },
    /** A part of a document that is itself a zip, spoilt; for others, bits. */
    PART {
        @Override
        byte[] apply(Random random, byte[] content) throws IOException {
            List<Object> parts = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                    parts.addAll(List.of(part.getName(), zip.readAllBytes()));
                }
            }
            if (parts.isEmpty()) {
                return BITS.apply(random, content);
            }
            int at = 2 * random.nextInt(parts.size() / 2) + 1;
            parts.set(at, plain(random).apply(random, (byte[]) parts.get(at)));
            return Archives.zip(parts.toArray());
        }
    };

    private static final String LETTERS_AND_DIGITS = "abcdefxyzABCDEFXYZ0123456789";
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"),
            Charset.forName("IBM850"));
    private static final List<String> OPENINGS =
            List.of("[", "{\"a\":", "(", "<a>", "\"", "'", "<!--", "[{\"features\":", "\u0000", "\r");
    private static final List<String> FILLINGS = List.of("9", "x", " ", "é", ";", ",", "\n", "\t", "1e9", "\\");
    private static final List<String> VALUES =
            List.of("null", "true", "{}", "[]", "[[]]", "-1e999", "\"2A004\"", "2A004", "NaN", "", "<a/>", "\ufeff");

    /** The content spoilt, by chance but the same for the same {@code random}. */
    abstract byte[] apply(Random random, byte[] content) throws IOException;

    /** A damage to bytes, without an archive around; nothing can be taken from nothing. */
    private static Damage plain(Random random) {
        return values()[random.nextInt(PIECES.ordinal() + 1)];
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] inserted(Random random, byte[] content, String text) {
        int at = random.nextInt(content.length + 1);
        return joined(
                Arrays.copyOf(content, at),
                text.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(content, at, content.length));
    }

    private static byte[] joined(byte[]... parts) {
        try {
            return Archives.joined(parts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

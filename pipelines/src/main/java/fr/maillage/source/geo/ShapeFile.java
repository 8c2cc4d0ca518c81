package fr.maillage.source.geo;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The shapes of a file .shp, read one after the other. */
final class ShapeFile implements Closeable {

    private static final int HEADER = 100;
    private static final int MAGIC = 9994;
    private static final int FIRST_OFFSET_IN_SHX = 50;

    private final String name;
    private final InputStream content;
    private final long length;
    private long at = HEADER;

    private ShapeFile(String name, InputStream content, byte[] header) {
        if (header.length < HEADER) {
            throw new BrokenFile(name + " is cut in its header");
        }
        this.name = name;
        this.content = content;
        this.length = 2L * ByteBuffer.wrap(header).getInt(24);
    }

    static ShapeFile open(SourceFile file) throws IOException {
        InputStream content = file.open();
        try {
            return new ShapeFile(file.name(), content, content.readNBytes(HEADER));
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /** Whether these are the first bytes of a file .shp or .shx: they begin alike. */
    static boolean begins(byte[] head) {
        return head.length >= 4 && ByteBuffer.wrap(head).getInt(0) == MAGIC;
    }

    /** Whether these are the first bytes of an index .shx, which points where a .shp numbers its first shape. */
    static boolean isIndex(byte[] head) {
        return head.length >= HEADER + 4 && ByteBuffer.wrap(head).getInt(HEADER) == FIRST_OFFSET_IN_SHX;
    }

    /** Whether all its shapes are polygons or null. */
    static boolean isOfPolygons(byte[] head, String name) {
        if (head.length < HEADER) {
            throw new BrokenFile(name + " is cut in its header");
        }
        return ShapePolygon.isPolygon(
                ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(32));
    }

    /** How many shapes an index points to. */
    static long countOfIndex(SourceFile index) throws IOException {
        try (InputStream content = index.open()) {
            long bytes = content.transferTo(OutputStream.nullOutputStream());
            if (bytes < HEADER || (bytes - HEADER) % 8 != 0) {
                throw new BrokenFile(index.name() + " is cut: it has " + bytes + " bytes");
            }
            return (bytes - HEADER) / 8;
        }
    }

    /** The next record without its header; null after the last one. */
    byte[] next() {
        if (at >= length) {
            return null;
        }
        try {
            byte[] header = content.readNBytes(8);
            if (header.length < 8) {
                throw cut();
            }
            long size = 2L * ByteBuffer.wrap(header).getInt(4);
            if (size < 4 || at + 8 + size > length) {
                throw new BrokenFile(name + " is damaged at byte " + at + ": a shape of " + size + " bytes");
            }
            byte[] shape = content.readNBytes((int) Math.min(size, Integer.MAX_VALUE));
            if (shape.length < size) {
                throw cut();
            }
            at += 8 + size;
            return shape;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BrokenFile cut() {
        return new BrokenFile(name + " is cut: its last whole shape ends at byte " + at + " of " + length);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}

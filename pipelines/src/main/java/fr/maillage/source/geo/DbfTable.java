package fr.maillage.source.geo;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of a shapefile (.dbf), read one row after the other. */
final class DbfTable implements Closeable {

    private static final int HEADER = 32;
    private static final int FIELD = 32;
    private static final int END_OF_FIELDS = 0x0D;

    private record Column(String name, int start, int length) {}

    private final String name;
    private final InputStream content;
    private final Charset charset;
    private final List<Column> columns;
    private final int width;
    private final long count;
    private long at;

    private DbfTable(String name, InputStream content, Charset told) throws IOException {
        this.name = name;
        this.content = content;
        ByteBuffer header = ByteBuffer.wrap(content.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        if (header.capacity() < HEADER) {
            throw new BrokenFile(name + " is cut in its header");
        }
        this.count = Integer.toUnsignedLong(header.getInt(4));
        this.width = Short.toUnsignedInt(header.getShort(10));
        this.charset = told != null ? told : DbfEncoding.ofLanguage(header.get(29));
        this.columns = columns(content.readNBytes(Math.max(0, Short.toUnsignedInt(header.getShort(8)) - HEADER)));
    }

    /** @param told encoding told by the file .cpg; null when there is none */
    static DbfTable open(SourceFile file, Charset told) throws IOException {
        InputStream content = file.open();
        try {
            return new DbfTable(file.name(), content, told);
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private List<Column> columns(byte[] fields) {
        List<Column> found = new ArrayList<>();
        int start = 1;
        for (int at = 0; at + FIELD <= fields.length && fields[at] != END_OF_FIELDS; at += FIELD) {
            int length = Byte.toUnsignedInt(fields[at + 16]);
            String column = new String(fields, at, 11, StandardCharsets.ISO_8859_1);
            found.add(new Column(column.split("\0", 2)[0].strip(), start, length));
            start += length;
        }
        if (found.isEmpty() || start > width) {
            throw new BrokenFile(
                    name + " is cut or no dBASE table: " + found.size() + " columns in rows of " + width + " bytes");
        }
        return found;
    }

    List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /** How many rows it says it has. */
    long count() {
        return count;
    }

    /** The next row as it stands; null after the last one. */
    byte[] next() {
        if (at == count) {
            return null;
        }
        try {
            byte[] row = content.readNBytes(width);
            if (row.length < width) {
                throw new BrokenFile(name + " is cut: it ends after row " + at + " of " + count);
            }
            at++;
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isDeleted(byte[] row) {
        return row[0] == '*';
    }

    /** The whole row as text. */
    String text(byte[] row) {
        return decoded(row, 0, row.length);
    }

    /** The value without the blanks that fill it up; null when there is none, or no such column. */
    String value(byte[] row, int column) {
        if (column < 0) {
            return null;
        }
        int start = columns.get(column).start;
        int end = start + columns.get(column).length;
        while (end > start && (row[end - 1] == ' ' || row[end - 1] == 0)) {
            end--;
        }
        return end == start ? null : decoded(row, start, end);
    }

    private String decoded(byte[] row, int start, int end) {
        byte[] bytes = Arrays.copyOfRange(row, start, end);
        return charset == null ? Texts.decode(bytes) : new String(bytes, charset);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}

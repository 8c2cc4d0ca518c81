package fr.maillage.geo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A {@link PointIndex} as bytes: its arrays one after the other, each after its length. */
final class PointIndexBytes {

    private static final int MAGIC = 0x4D504931;

    private PointIndexBytes() {}

    static byte[] write(String[] codes, Grid grid, int[] tiles, int[] cells, int[] records, double[] points) {
        byte[] names = String.join("\n", codes).getBytes(StandardCharsets.UTF_8);
        long size = 64L + names.length + 4L * (tiles.length + cells.length + records.length) + 8L * points.length;
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
        bytes.putInt(MAGIC).putInt(codes.length).putInt(names.length).put(names);
        bytes.putDouble(grid.x0()).putDouble(grid.y0()).putDouble(grid.size());
        bytes.putInt(grid.tileColumns()).putInt(grid.tileRows());
        put(bytes, tiles);
        put(bytes, cells);
        put(bytes, records);
        bytes.putInt(points.length).asDoubleBuffer().put(points);
        bytes.position(bytes.position() + 8 * points.length);
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    static PointIndex read(byte[] array) {
        ByteBuffer bytes = ByteBuffer.wrap(array);
        if (array.length < 64 - 4 * 2 || bytes.getInt() != MAGIC) {
            throw new IllegalArgumentException("Not a point index: " + array.length + " bytes");
        }
        int nbCodes = bytes.getInt();
        byte[] names = new byte[bytes.getInt()];
        bytes.get(names);
        String[] codes = nbCodes == 0 ? new String[0] : new String(names, StandardCharsets.UTF_8).split("\n", -1);
        Grid grid = Grid.of(bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getInt(), bytes.getInt());
        return new PointIndex(codes, grid, ints(bytes), ints(bytes), ints(bytes), doubles(bytes));
    }

    private static void put(ByteBuffer bytes, int[] values) {
        bytes.putInt(values.length).asIntBuffer().put(values);
        bytes.position(bytes.position() + 4 * values.length);
    }

    private static int[] ints(ByteBuffer bytes) {
        int[] values = new int[bytes.getInt()];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + 4 * values.length);
        return values;
    }

    private static double[] doubles(ByteBuffer bytes) {
        double[] values = new double[bytes.getInt()];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + 8 * values.length);
        return values;
    }
}

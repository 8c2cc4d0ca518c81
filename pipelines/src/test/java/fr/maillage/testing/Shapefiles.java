package fr.maillage.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes small shapefiles for tests, byte by byte to ESRI's description. */
public final class Shapefiles {

    /** Lambert-93 in ESRI's words, without its EPSG code. */
    public static final String LAMBERT_93 =
            "PROJCS[\"RGF_1993_Lambert_93\",GEOGCS[\"GCS_RGF_1993\",DATUM[\"D_RGF_1993\","
                    + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                    + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],"
                    + "PARAMETER[\"False_Easting\",700000.0],PARAMETER[\"False_Northing\",6600000.0],"
                    + "PARAMETER[\"Central_Meridian\",3.0],PARAMETER[\"Standard_Parallel_1\",44.0],"
                    + "PARAMETER[\"Standard_Parallel_2\",49.0],PARAMETER[\"Latitude_Of_Origin\",46.5],"
                    + "UNIT[\"Meter\",1.0]]";

    private static final int CELL = 30;

    private Shapefiles() {}

    /** A shape of rings given as {@code x, y, x, y, …}; without a ring a null shape. */
    public static byte[] shape(double[]... rings) {
        if (rings.length == 0) {
            return new byte[4];
        }
        int points = Arrays.stream(rings).mapToInt(ring -> ring.length / 2).sum();
        ByteBuffer shape = ByteBuffer.allocate(44 + 4 * rings.length + 16 * points)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(5);
        shape.position(36);
        shape.putInt(rings.length).putInt(points);
        int start = 0;
        for (double[] ring : rings) {
            shape.putInt(start);
            start += ring.length / 2;
        }
        Arrays.stream(rings).flatMapToDouble(Arrays::stream).forEach(shape::putDouble);
        return shape.array();
    }

    /** The shapes as a file .shp. */
    public static byte[] shp(byte[]... shapes) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int i = 0; i < shapes.length; i++) {
            records.write(ints(i + 1, shapes[i].length / 2));
            records.write(shapes[i]);
        }
        return Archives.joined(header(5, records.size()), records.toByteArray());
    }

    /** The index of the shapes. */
    public static byte[] shx(byte[]... shapes) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        int at = 100;
        for (byte[] shape : shapes) {
            records.write(ints(at / 2, shape.length / 2));
            at += 8 + shape.length;
        }
        return Archives.joined(header(5, records.size()), records.toByteArray());
    }

    /** A table of texts; a row that begins with {@code *} is marked as deleted. */
    public static byte[] dbf(int language, Charset charset, List<String> columns, String... rows) throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3).putInt(4, rows.length);
        header.putShort(8, (short) (33 + 32 * columns.size())).putShort(10, (short) (1 + CELL * columns.size()));
        header.put(29, (byte) language);
        table.write(header.array());
        for (String column : columns) {
            byte[] field = Arrays.copyOf(column.getBytes(StandardCharsets.US_ASCII), 32);
            field[11] = 'C';
            field[16] = CELL;
            table.write(field);
        }
        table.write('\r');
        for (String row : rows) {
            table.write(row.startsWith("*") ? '*' : ' ');
            for (String cell : row.replaceFirst("^\\*", "").split(";", -1)) {
                table.write(cell(cell.getBytes(charset)));
            }
        }
        return table.toByteArray();
    }

    private static byte[] cell(byte[] text) {
        byte[] cell = Arrays.copyOf(text, CELL);
        Arrays.fill(cell, text.length, CELL, (byte) ' ');
        return cell;
    }

    private static byte[] header(int type, int bytes) {
        ByteBuffer header = ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, (100 + bytes) / 2);
        return header.order(ByteOrder.LITTLE_ENDIAN)
                .putInt(28, 1000)
                .putInt(32, type)
                .array();
    }

    private static byte[] ints(int first, int second) {
        return ByteBuffer.allocate(8).putInt(first).putInt(second).array();
    }
}

package fr.maillage.testing;

import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.SparkSchemas;
import fr.maillage.warehouse.Technical;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/**
 * Tables written as text in a test.
 *
 * <p>The first line names columns, the others are rows; cells are separated by {@code |}. Types come from the contract.
 * A column left out, or an empty cell, is null; {@code ''} is an empty text; a list is written {@code a, b}; a geometry
 * is written as WKT. Technical columns such as {@code _fichier} may be named too.
 */
public final class TextTable {

    private TextTable() {}

    /** The rows of the text as a table of the contract. */
    public static Dataset<Row> table(SparkSession spark, TableContract contract, String text) {
        return table(spark, contract, SparkSchemas.read(contract), text);
    }

    /** The same with every column that stands in the files; a row is rejected only if {@code _rejete} says so. */
    public static Dataset<Row> stored(SparkSession spark, TableContract contract, String text) {
        return table(spark, contract, SparkSchemas.stored(contract), text);
    }

    private static Dataset<Row> table(SparkSession spark, TableContract contract, StructType schema, String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> header = cells(lines.get(0));
        for (String column : header) {
            if (!Arrays.asList(schema.fieldNames()).contains(column)) {
                throw new IllegalArgumentException(contract.id() + " has no column " + column);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(row(schema, header, cells(line)));
        }
        return spark.createDataFrame(rows, schema);
    }

    private static Row row(StructType schema, List<String> header, List<String> cells) {
        Object[] values = new Object[schema.fields().length];
        for (int i = 0; i < values.length; i++) {
            StructField field = schema.fields()[i];
            int at = header.indexOf(field.name());
            values[i] = at < 0 || at >= cells.size() ? byDefault(field) : value(field.dataType(), cells.get(at));
        }
        return RowFactory.create(values);
    }

    private static Object byDefault(StructField field) {
        return switch (field.name()) {
            case Technical.FICHIER -> "fichier";
            case Technical.LIGNE, Technical.RANG -> 1L;
            case Technical.REJETE -> false;
            case Technical.MILLESIME -> Date.valueOf("2021-01-08");
            default -> null;
        };
    }

    private static Object value(DataType type, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.equals("''")) {
            return "";
        }
        if (type.equals(DataTypes.LongType)) {
            return Long.valueOf(cell);
        }
        if (type.equals(DataTypes.DoubleType)) {
            return Double.valueOf(cell);
        }
        if (type.equals(DataTypes.BooleanType)) {
            return Boolean.valueOf(cell);
        }
        if (type.equals(DataTypes.DateType)) {
            return Date.valueOf(LocalDate.parse(cell));
        }
        if (type.equals(DataTypes.TimestampType)) {
            return Timestamp.valueOf(cell);
        }
        if (type instanceof ArrayType) {
            return Arrays.stream(cell.split(",")).map(String::strip).toArray(String[]::new);
        }
        return type instanceof BinaryType ? geometry(cell) : cell;
    }

    private static byte[] geometry(String wkt) {
        try {
            return new WKBWriter().write(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a WKT geometry: " + wkt, e);
        }
    }

    static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}

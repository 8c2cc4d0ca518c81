package fr.maillage.warehouse;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.FieldType;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Contracts as Spark schemas. */
public final class SparkSchemas {

    private SparkSchemas() {}

    /** The columns of the contract alone. */
    public static StructType of(TableContract table) {
        return new StructType(table.fields().stream()
                .map(field -> nullable(field.name(), of(field)))
                .toArray(StructField[]::new));
    }

    /** A field with what it holds. */
    public static DataType of(Field field) {
        return switch (field.type()) {
            case OBJECT -> members(field);
            case ARRAY -> DataTypes.createArrayType(members(field));
            default -> of(field.type());
        };
    }

    private static StructType members(Field field) {
        return new StructType(field.fields().stream()
                .map(member -> nullable(member.name(), of(member)))
                .toArray(StructField[]::new));
    }

    /** What a transformation sees of the table: for bronze, where each row comes from as well. */
    public static StructType read(TableContract table) {
        StructType schema = of(table);
        if (table.layer() != Layer.BRONZE) {
            return schema;
        }
        return schema.add(Technical.FICHIER, DataTypes.StringType)
                .add(Technical.LIGNE, DataTypes.LongType)
                .add(Technical.MILLESIME, DataTypes.DateType)
                .add(Technical.SOURCE, DataTypes.StringType)
                .add(Technical.RANG, DataTypes.LongType);
    }

    /** The columns as they stand in the files. */
    public static StructType stored(TableContract table) {
        StructType schema = read(table);
        if (table.layer() == Layer.GOLD) {
            return schema;
        }
        if (table.layer() == Layer.BRONZE) {
            schema = schema.add(Technical.TEXTE, DataTypes.StringType);
        } else {
            schema = schema.add(Technical.FICHIER, DataTypes.StringType).add(Technical.LIGNE, DataTypes.LongType);
        }
        return schema.add(Technical.REGLES, texts()).add(Technical.REJETE, DataTypes.BooleanType);
    }

    public static DataType of(FieldType type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case NUMBER -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case DATETIME -> DataTypes.TimestampType;
            case TEXTS -> texts();
            case GEOMETRY, BYTES -> DataTypes.BinaryType;
            case OBJECT, ARRAY ->
                throw new IllegalArgumentException("The type of a nested field depends on its fields");
        };
    }

    /** How a computed schema differs from the contract, one sentence per column; empty when it does not. */
    public static List<String> differences(TableContract table, StructType computed) {
        List<String> differences = new ArrayList<>();
        List<String> names = List.of(computed.fieldNames());
        for (StructField expected : of(table).fields()) {
            if (!names.contains(expected.name())) {
                differences.add("column " + expected.name() + " is missing");
            } else {
                DataType found = computed.apply(expected.name()).dataType();
                if (!found.catalogString().equals(expected.dataType().catalogString())) {
                    differences.add("column " + expected.name() + " is " + found.catalogString()
                            + ", the contract says " + expected.dataType().catalogString());
                }
            }
        }
        names.stream()
                .filter(name -> !name.startsWith("_") && table.find(name).isEmpty())
                .forEach(name -> differences.add("column " + name + " is not in the contract"));
        return differences;
    }

    private static ArrayType texts() {
        return DataTypes.createArrayType(DataTypes.StringType);
    }

    private static StructField nullable(String name, DataType type) {
        return DataTypes.createStructField(name, type, true);
    }
}

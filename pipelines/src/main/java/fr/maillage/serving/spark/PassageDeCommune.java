package fr.maillage.serving.spark;

import fr.maillage.schemas.Columns;
import fr.maillage.silver.passage.Passage;
import fr.maillage.silver.passage.Passages;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** The passage of a commune from one year, or date, to another, called by generated code through {@code invoke}. */
public final class PassageDeCommune extends Question<ArrayData> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<Passages> passages;
    private final boolean dates;

    PassageDeCommune(Broadcast<Passages> passages, boolean dates) {
        this.passages = passages;
        this.dates = dates;
    }

    /** From the geography of one year to that of another. */
    public ArrayData invoke(UTF8String code, long from, long to) {
        return between(code, LocalDate.of(Math.toIntExact(from), 1, 1), LocalDate.of(Math.toIntExact(to), 1, 1));
    }

    /** From one date to another, as days since 1970. */
    public ArrayData invoke(UTF8String code, int from, int to) {
        return between(code, LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
    }

    private ArrayData between(UTF8String code, LocalDate from, LocalDate to) {
        List<Passage> found = passages.value().between(code.toString(), from, to);
        Object[] rows = new Object[found.size()];
        for (int i = 0; i < rows.length; i++) {
            Passage one = found.get(i);
            rows[i] = new GenericInternalRow(new Object[] {
                UTF8String.fromString(one.vers()),
                one.part(),
                one.basse(),
                one.haute(),
                UTF8String.fromString(one.natureDePart())
            });
        }
        return new GenericArrayData(rows);
    }

    @Override
    public DataType[] inputTypes() {
        DataType day = dates ? DataTypes.DateType : DataTypes.LongType;
        return new DataType[] {DataTypes.StringType, day, day};
    }

    @Override
    public DataType resultType() {
        return DataTypes.createArrayType(
                new StructType()
                        .add(Columns.CODE_COMMUNE, DataTypes.StringType)
                        .add(Columns.PART, DataTypes.DoubleType)
                        .add(Columns.PART_BASSE, DataTypes.DoubleType)
                        .add(Columns.PART_HAUTE, DataTypes.DoubleType)
                        .add(Columns.NATURE_PART, DataTypes.StringType),
                false);
    }

    @Override
    public String name() {
        return FonctionPassage.NOM;
    }

    @Override
    public String canonicalName() {
        return "maillage.geo." + FonctionPassage.NOM + "#" + passages.id();
    }
}

package fr.maillage.serving.spark;

import fr.maillage.silver.passage.Passages;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Whether a code may be used for a commune in a year, or on a date, and why not where it may not. */
public final class UsageDeCommune extends Question<UTF8String> {

    static final String NOM = "usage";

    private static final long serialVersionUID = 1L;

    private final Broadcast<Passages> passages;
    private final boolean dates;

    UsageDeCommune(Broadcast<Passages> passages, boolean dates) {
        this.passages = passages;
        this.dates = dates;
    }

    /** In the geography of a year. */
    public UTF8String invoke(UTF8String code, long year) {
        return on(code, LocalDate.of(Math.toIntExact(year), 1, 1));
    }

    /** On a date, as days since 1970. */
    public UTF8String invoke(UTF8String code, int day) {
        return on(code, LocalDate.ofEpochDay(day));
    }

    private UTF8String on(UTF8String code, LocalDate day) {
        return UTF8String.fromString(
                passages.value().usage(code.toString(), day).name().toLowerCase(Locale.ROOT));
    }

    @Override
    public DataType[] inputTypes() {
        return new DataType[] {DataTypes.StringType, dates ? DataTypes.DateType : DataTypes.LongType};
    }

    @Override
    public DataType resultType() {
        return DataTypes.StringType;
    }

    @Override
    public String name() {
        return NOM;
    }

    @Override
    public String canonicalName() {
        return "maillage.geo." + NOM + "#" + passages.id();
    }
}

package fr.maillage.serving.spark;

import fr.maillage.geo.Crs;
import fr.maillage.geo.Localisateur;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The territory of a position, called by generated code through the {@code invoke} methods that Spark looks for.
 *
 * <p>They belong to the object, not to the class: the index is that of one warehouse, level and vintage. Codes are kept as
 * Spark's own texts, so that no row makes a new one.
 */
public final class TerritoireDuPoint extends Question<UTF8String> {

    private static final long serialVersionUID = 1L;

    private record Answers(Localisateur index, UTF8String[] codes) {
        UTF8String of(double x, double y, int srid) {
            int ordinal = index.find(x, y, srid);
            return ordinal == Localisateur.NONE ? null : codes[ordinal];
        }
    }

    private final String name;
    private final int arguments;
    private final Broadcast<Reponses> shared;
    private transient volatile Answers answers;

    TerritoireDuPoint(String name, int arguments, Broadcast<Reponses> shared) {
        this.name = name;
        this.arguments = arguments;
        this.shared = shared;
    }

    /** The territory of a longitude and latitude (WGS84). */
    public UTF8String invoke(double longitude, double latitude) {
        return answers().of(longitude, latitude, Crs.WGS84);
    }

    /** The territory of a position in another reference system. */
    public UTF8String invoke(double x, double y, int srid) {
        return answers().of(x, y, srid);
    }

    /** The place of the territory in the index, {@link Localisateur#NONE} where none holds the position. */
    int ordinal(double x, double y, int srid) {
        return answers().index().find(x, y, srid);
    }

    /** How many places the index has. */
    int places() {
        return answers().codes().length;
    }

    /** The code answered for a place; null for one that lies in no zone. */
    String code(int ordinal) {
        UTF8String code = answers().codes()[ordinal];
        return code == null ? null : code.toString();
    }

    private Answers answers() {
        Answers known = answers;
        if (known == null) {
            Reponses reponses = shared.value();
            UTF8String[] codes = new UTF8String[reponses.codes().length];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = UTF8String.fromString(reponses.codes()[i]);
            }
            known = new Answers(reponses.index(), codes);
            answers = known;
        }
        return known;
    }

    @Override
    public DataType[] inputTypes() {
        return arguments == 2
                ? new DataType[] {DataTypes.DoubleType, DataTypes.DoubleType}
                : new DataType[] {DataTypes.DoubleType, DataTypes.DoubleType, DataTypes.IntegerType};
    }

    @Override
    public DataType resultType() {
        return DataTypes.StringType;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String canonicalName() {
        return "maillage.geo." + name + "#" + shared.id();
    }
}

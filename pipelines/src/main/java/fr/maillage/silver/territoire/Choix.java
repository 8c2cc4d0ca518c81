package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.CODE_TERRITOIRE;
import static fr.maillage.schemas.Columns.NIVEAU;
import static fr.maillage.schemas.Columns.PART;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Where something told of a commune may stand in the cadre: one choice per piece, up to its share of the inhabitants.
 *
 * <p>A territory that holds all pieces whole is certain in every choice; the others are estimates. Where no population
 * tells the pieces apart, only what is certain remains: a share nobody knows is not made up.
 */
public final class Choix {

    /** Upper bound of a choice, or of a territory among those that share a commune; what is drawn lies below. */
    public static final String HAUT = "_haut";

    /** Lower bound of a territory among those that share a commune; beyond 1 the upper one begins again at 0. */
    public static final String BAS = "_bas";

    /** Whether a territory holds a measure by a share below 1 only. */
    public static final String ESTIME = "_estime";

    /** Whether the share of a territory in a commune is one of area: its shape is known, and positions tell more. */
    public static final String DESSINE = "_dessine";

    /** The territories of a choice. */
    public static final String TERRITOIRES = "_territoires";

    static final String INCONNU = "_inconnu";

    /** An array of choices. */
    public static final ArrayType TYPE = DataTypes.createArrayType(new StructType()
            .add(HAUT, DataTypes.DoubleType)
            .add(
                    TERRITOIRES,
                    DataTypes.createArrayType(new StructType()
                            .add(NIVEAU, DataTypes.StringType)
                            .add(CODE_TERRITOIRE, DataTypes.StringType)
                            .add(BAS, DataTypes.DoubleType)
                            .add(HAUT, DataTypes.DoubleType)
                            .add(ESTIME, DataTypes.BooleanType)
                            .add(DESSINE, DataTypes.BooleanType))));

    private static final double ALMOST_ONE = 1 - 1e-9;

    private record Territoire(String niveau, String code) {}

    private Choix() {}

    /** Pieces, in order of their codes, as choices. */
    static Row[] of(List<Row> pieces) {
        Set<Territoire> certains = certains(pieces);
        boolean unknown = pieces.size() > 1 && pieces.stream().anyMatch(piece -> piece.<Boolean>getAs(INCONNU));
        if (unknown) {
            Row[] sure = territoires(pieces.get(0)).stream()
                    .filter(one -> certains.contains(territoire(one)))
                    .map(one -> described(one, false))
                    .toArray(Row[]::new);
            return new Row[] {RowFactory.create(1.0, sure)};
        }
        double total =
                pieces.stream().mapToDouble(piece -> piece.<Double>getAs(PART)).sum();
        double until = 0;
        List<Row> choices = new ArrayList<>();
        for (Row piece : pieces) {
            until += piece.<Double>getAs(PART) / total;
            Row[] territoires = territoires(piece).stream()
                    .map(one -> described(one, !certains.contains(territoire(one))))
                    .toArray(Row[]::new);
            choices.add(RowFactory.create(choices.size() == pieces.size() - 1 ? 1.0 : until, territoires));
        }
        return choices.toArray(Row[]::new);
    }

    private static Set<Territoire> certains(List<Row> pieces) {
        Set<Territoire> certains = new HashSet<>(entiers(pieces.get(0)));
        pieces.forEach(piece -> certains.retainAll(entiers(piece)));
        return certains;
    }

    /** The territories that hold a piece whole. */
    private static Set<Territoire> entiers(Row piece) {
        Set<Territoire> entiers = new HashSet<>();
        for (Row one : territoires(piece)) {
            if (one.<Double>getAs(HAUT) - one.<Double>getAs(BAS) >= ALMOST_ONE) {
                entiers.add(territoire(one));
            }
        }
        return entiers;
    }

    private static List<Row> territoires(Row piece) {
        return CollectionConverters.asJava(piece.<scala.collection.Seq<Row>>getAs(TERRITOIRES)).stream()
                .toList();
    }

    private static Territoire territoire(Row row) {
        return new Territoire(row.getAs(NIVEAU), row.getAs(CODE_TERRITOIRE));
    }

    private static Row described(Row territoire, boolean estime) {
        return RowFactory.create(
                territoire.getAs(NIVEAU),
                territoire.getAs(CODE_TERRITOIRE),
                territoire.getAs(BAS),
                territoire.getAs(HAUT),
                estime,
                territoire.getAs(DESSINE));
    }
}

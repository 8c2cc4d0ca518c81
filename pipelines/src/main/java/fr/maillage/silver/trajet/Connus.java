package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import fr.maillage.warehouse.Tables;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The journeys from one commune that a person brought ({@code silver/trajet_declare}), which stand before the estimate.
 *
 * <p>Where all journeys up to some minutes were looked for, a commune that the same person's roads cover and that has no
 * row is farther than that, whatever the estimate says.
 */
public final class Connus {

    /** Column with the journeys from a commune, one struct each; null where none is brought. */
    public static final String CONNUS = "_connus";

    /** Type of that column. */
    public static final ArrayType TYPE = DataTypes.createArrayType(new StructType()
            .add(CODE_COMMUNE_DESTINATION, DataTypes.StringType)
            .add(DISTANCE_ROUTE_M, DataTypes.DoubleType)
            .add(MINUTES, DataTypes.DoubleType)
            .add(METHODE_TRAJET, DataTypes.StringType));

    /** No journey is known from anywhere. */
    static final Connus AUCUN = new Connus(Map.of(), null, new Couverture(List.of()));

    /** The communes that roads cover, whether or not a journey leads there in time. */
    public static final class Couverture implements Serializable {

        private static final long serialVersionUID = 1L;

        private final HashSet<String> communes;

        Couverture(Collection<String> communes) {
            this.communes = new HashSet<>(communes);
        }

        /** Listed, as every function needs them all. */
        public static Couverture of(Tables tables, Dataset<Row> declares) {
            return new Couverture(
                    tables
                            .list(
                                    trouves(declares)
                                            .select(CODE_COMMUNE_DESTINATION)
                                            .distinct(),
                                    Estimations.MOST_COMMUNES)
                            .stream()
                            .map(row -> row.getString(0))
                            .toList());
        }

        public boolean covers(String commune) {
            return communes.contains(commune);
        }
    }

    /** A journey that is known; without minutes no road leads there. */
    record Connu(String destination, Double distanceRouteM, Double minutes, String methode) {}

    private final Map<String, Connu> trajets;
    private final Double minutesMax;
    private final Couverture couverture;

    private Connus(Map<String, Connu> trajets, Double minutesMax, Couverture couverture) {
        this.trajets = trajets;
        this.minutesMax = minutesMax;
        this.couverture = couverture;
    }

    /** code_commune, {@link #CONNUS} and minutes_max of each commune that journeys are brought from. */
    public static Dataset<Row> parOrigine(Dataset<Row> declares) {
        return couverts(declares)
                .groupBy(col(CODE_COMMUNE_ORIGINE).as(CODE_COMMUNE))
                .agg(
                        collect_list(struct(CODE_COMMUNE_DESTINATION, DISTANCE_ROUTE_M, MINUTES, METHODE_TRAJET))
                                .as(CONNUS),
                        max(MINUTES_MAX).as(MINUTES_MAX));
    }

    /** Journeys with a time. */
    static Dataset<Row> trouves(Dataset<Row> declares) {
        return declares.where(col(MINUTES).isNotNull());
    }

    /** Journeys of which the roads tell whether they lead there. */
    static Dataset<Row> couverts(Dataset<Row> declares) {
        return declares.where(coalesce(col(OBSTACLE_TRAJET).notEqual(TrajetDeclare.HORS_COUVERTURE), lit(true)));
    }

    /** What the columns of {@link #parOrigine} say of one commune; both null when nothing is known. */
    public static Connus of(Seq<Row> rows, Double minutesMax, Couverture couverture) {
        if (rows == null) {
            return AUCUN;
        }
        Map<String, Connu> trajets = new HashMap<>();
        for (Row row : CollectionConverters.asJava(rows)) {
            trajets.put(row.getString(0), new Connu(row.getString(0), row.getAs(1), row.getAs(2), row.getString(3)));
        }
        return new Connus(trajets, minutesMax, couverture);
    }

    Collection<Connu> trajets() {
        return trajets.values();
    }

    /** The communes that are known to be within a time. */
    public List<String> dans(double minutes) {
        return trajets.values().stream()
                .filter(connu -> connu.minutes() != null && connu.minutes() <= minutes)
                .map(Connu::destination)
                .toList();
    }

    /** Whether a journey is brought, or known not to exist: no estimate stands in for it. */
    boolean sait(String destination) {
        return trajets.containsKey(destination);
    }

    /** Minutes that a journey which is not brought takes at least; 0 when nothing is known of it. */
    public double auMoins(String destination) {
        return minutesMax != null && couverture.covers(destination) ? minutesMax : 0;
    }

    /** Whether an estimate of so many minutes may stand for a journey within a time. */
    public boolean laisse(String destination, double minutes) {
        return !sait(destination) && auMoins(destination) < minutes;
    }
}

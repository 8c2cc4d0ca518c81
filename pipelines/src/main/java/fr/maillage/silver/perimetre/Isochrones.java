package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.trajet.Connus;
import fr.maillage.silver.trajet.Estimations;
import fr.maillage.trajet.Estimation;
import fr.maillage.trajet.Point;
import fr.maillage.trajet.Trajets;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.Tables;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/** The communes whose point is reached from a place within a time, as the list of communes of a territory. */
final class Isochrones {

    static final String TEMPS = "temps";

    private Isochrones() {}

    /**
     * Territories of which those by travel time list the communes of the cadre that are reached, null when none is.
     *
     * @param cadre column with the year of the cadre
     */
    static Dataset<Row> of(Dataset<Row> territoires, Tables tables, Column cadre) {
        Dataset<Row> asked =
                territoires.where(col(TYPE_PERIMETRE).equalTo(TEMPS)).select(Situation.COMMUNE_DU_CENTRE, MINUTES);
        Column time = coalesce(col(TYPE_PERIMETRE).equalTo(TEMPS), lit(false));
        boolean any = !tables.list(asked.limit(1), 1).isEmpty();
        Tables used = any ? tables : new None(tables);
        Dataset<Row> declares = used.read(Silver.TRAJET_DECLARE);
        UserDefinedFunction reached = reached(Estimations.of(used), Connus.Couverture.of(used, declares));
        Dataset<Row> connus = Connus.parOrigine(declares)
                .withColumnRenamed(CODE_COMMUNE, Situation.COMMUNE_DU_CENTRE)
                .join(broadcast(asked.select(Situation.COMMUNE_DU_CENTRE).distinct()), Situation.COMMUNE_DU_CENTRE);
        return territoires
                .join(connus, new String[] {Situation.COMMUNE_DU_CENTRE}, "left")
                .withColumn(
                        COMMUNES_LISTEES,
                        when(
                                        time,
                                        reached.apply(
                                                col(Situation.COMMUNE_DU_CENTRE),
                                                col(LONGITUDE),
                                                col(LATITUDE),
                                                col(MINUTES),
                                                col(Connus.CONNUS),
                                                col(MINUTES_MAX)))
                                .otherwise(col(COMMUNES_LISTEES)))
                .withColumn(PART_ROUTE, when(time, partRoute()))
                .drop(Connus.CONNUS, MINUTES_MAX)
                .withColumn(MILLESIME, when(time, cadre).otherwise(col(MILLESIME)));
    }

    /** How many of the communes that are reached a known journey by road tells of. */
    private static Column partRoute() {
        Column byRoad = transform(
                filter(coalesce(col(Connus.CONNUS), array().cast(Connus.TYPE)), known -> known.getField(MINUTES)
                        .leq(col(MINUTES))
                        .and(known.getField(METHODE_TRAJET).equalTo(Trajets.ROUTE))),
                known -> known.getField(CODE_COMMUNE_DESTINATION));
        return try_divide(size(byRoad).cast("double"), size(col(COMMUNES_LISTEES)));
    }

    private static UserDefinedFunction reached(Estimation estimation, Connus.Couverture couverture) {
        Broadcast<Estimation> shared = Shared.of(estimation);
        Broadcast<Connus.Couverture> covered = Shared.of(couverture);
        UDF6<String, Double, Double, Double, Seq<Row>, Double, String[]> reached =
                (commune, longitude, latitude, minutes, connus, minutesMax) ->
                        longitude == null || latitude == null || minutes == null || !(minutes > 0)
                                ? null
                                : reached(
                                        shared.value(),
                                        commune,
                                        new Point(longitude, latitude),
                                        minutes,
                                        Connus.of(connus, minutesMax, covered.value()));
        return udf(reached, DataTypes.createArrayType(DataTypes.StringType));
    }

    private static String[] reached(
            Estimation estimation, String commune, Point position, double minutes, Connus connus) {
        int known = commune == null ? -1 : estimation.numero(commune);
        Point place = known < 0 ? position : estimation.communes().get(known).point();
        TreeSet<String> codes = new TreeSet<>(connus.dans(minutes));
        if (estimation.covers(place)) {
            estimation.communes(place, minutes).keySet().stream()
                    .filter(code -> connus.laisse(code, minutes))
                    .forEach(codes::add);
        }
        return codes.isEmpty() ? null : codes.toArray(String[]::new);
    }

    /** The same tables of which nothing is brought to the driver: nobody asks for a journey. */
    private record None(Tables tables) implements Tables {

        @Override
        public Dataset<Row> read(TableContract table) {
            return tables.read(table);
        }

        @Override
        public <T> T value(Parametre<T> parametre) {
            return tables.value(parametre);
        }

        @Override
        public List<Row> list(Dataset<Row> few, int atMost) {
            return List.of();
        }
    }
}

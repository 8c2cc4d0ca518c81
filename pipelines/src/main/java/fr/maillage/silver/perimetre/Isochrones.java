package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.trajet.Estimations;
import fr.maillage.trajet.Estimation;
import fr.maillage.trajet.Point;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.Tables;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

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
                territoires.where(col(TYPE_PERIMETRE).equalTo(TEMPS)).select(MINUTES);
        Column time = coalesce(col(TYPE_PERIMETRE).equalTo(TEMPS), lit(false));
        boolean any = !tables.list(asked.limit(1), 1).isEmpty();
        UserDefinedFunction reached = reached(Estimations.of(any ? tables : new None(tables)));
        return territoires
                .withColumn(
                        COMMUNES_LISTEES,
                        when(
                                        time,
                                        reached.apply(
                                                col(Situation.COMMUNE_DU_CENTRE),
                                                col(LONGITUDE),
                                                col(LATITUDE),
                                                col(MINUTES)))
                                .otherwise(col(COMMUNES_LISTEES)))
                .withColumn(MILLESIME, when(time, cadre).otherwise(col(MILLESIME)));
    }

    private static UserDefinedFunction reached(Estimation estimation) {
        Broadcast<Estimation> shared = Shared.of(estimation);
        UDF4<String, Double, Double, Double, String[]> reached = (commune, longitude, latitude, minutes) -> {
            if (longitude == null || latitude == null || minutes == null || !(minutes > 0)) {
                return null;
            }
            Estimation here = shared.value();
            int known = commune == null ? -1 : here.numero(commune);
            Point place = known < 0
                    ? new Point(longitude, latitude)
                    : here.communes().get(known).point();
            return here.covers(place) ? here.communes(place, minutes).keySet().toArray(String[]::new) : null;
        };
        return udf(reached, DataTypes.createArrayType(DataTypes.StringType));
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

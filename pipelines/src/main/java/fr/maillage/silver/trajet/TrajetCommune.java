package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.trajet.Estimation;
import fr.maillage.trajet.Trajet;
import fr.maillage.trajet.Trajets;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Journeys between communes: those a person brought, and the estimates of all others within a time, if they are asked for.
 *
 * <p>Each commune looks at those around it only: the work grows with the rows that come out.
 */
public final class TrajetCommune implements Transformation {

    private static final String COUVERTE = "_couverte";
    private static final String TRAJET = "_trajet";
    private static final StructType TRAJETS = new StructType()
            .add(CODE_COMMUNE_DESTINATION, DataTypes.StringType)
            .add(DISTANCE_GEODESIQUE_M, DataTypes.DoubleType)
            .add(DISTANCE_ROUTE_M, DataTypes.DoubleType)
            .add(MINUTES, DataTypes.DoubleType);

    @Override
    public TableContract target() {
        return Silver.TRAJET_COMMUNE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        double minutesMax = tables.value(Parametres.TRAJET_MINUTES_MAX);
        Dataset<Row> points = tables.read(Silver.COMMUNE_POINT)
                .where(col(LONGITUDE).isNotNull().and(lit(minutesMax > 0)));
        Dataset<Row> declares = tables.read(Silver.TRAJET_DECLARE);
        Dataset<Row> estimes = apply(points, Estimations.of(tables, points), minutesMax);
        boolean any =
                !tables.list(declares.select(CODE_COMMUNE_ORIGINE).limit(1), 1).isEmpty();
        // Without journeys that are known, the millions of estimates are not looked through for them.
        return any ? sousLesConnus(estimes, declares, minutesMax).unionByName(connus(declares)) : estimes;
    }

    private static Dataset<Row> connus(Dataset<Row> declares) {
        return Connus.trouves(declares)
                .select(
                        CODE_COMMUNE_ORIGINE,
                        CODE_COMMUNE_DESTINATION,
                        MILLESIME,
                        DISTANCE_GEODESIQUE_M,
                        DISTANCE_ROUTE_M,
                        MINUTES,
                        METHODE_TRAJET);
    }

    /** Estimates where no journey is known: of two communes that roads cover, at least what was looked for. */
    private static Dataset<Row> sousLesConnus(Dataset<Row> estimes, Dataset<Row> declares, double minutesMax) {
        Dataset<Row> couverts = Connus.couverts(declares);
        Dataset<Row> origines =
                couverts.groupBy(CODE_COMMUNE_ORIGINE).agg(max(MINUTES_MAX).as(MINUTES_MAX));
        Dataset<Row> destinations = Connus.trouves(declares)
                .select(col(CODE_COMMUNE_DESTINATION), lit(true).as(COUVERTE))
                .distinct();
        return estimes.join(couverts, new String[] {CODE_COMMUNE_ORIGINE, CODE_COMMUNE_DESTINATION}, "left_anti")
                .join(broadcast(origines), new String[] {CODE_COMMUNE_ORIGINE}, "left")
                .join(broadcast(destinations), new String[] {CODE_COMMUNE_DESTINATION}, "left")
                .withColumn(MINUTES, greatest(col(MINUTES), when(col(COUVERTE), col(MINUTES_MAX))))
                .where(col(MINUTES).leq(minutesMax))
                .drop(MINUTES_MAX, COUVERTE);
    }

    static Dataset<Row> apply(Dataset<Row> points, Estimation estimation, double minutesMax) {
        return points.repartition(col(CODE_COMMUNE))
                .select(
                        col(CODE_COMMUNE).as(CODE_COMMUNE_ORIGINE),
                        col(MILLESIME),
                        explode(reached(estimation, minutesMax).apply(col(CODE_COMMUNE)))
                                .as(TRAJET))
                .select(
                        col(CODE_COMMUNE_ORIGINE),
                        col(TRAJET + "." + CODE_COMMUNE_DESTINATION),
                        col(MILLESIME),
                        col(TRAJET + "." + DISTANCE_GEODESIQUE_M),
                        col(TRAJET + "." + DISTANCE_ROUTE_M),
                        col(TRAJET + "." + MINUTES),
                        lit(Trajets.ESTIMATION).as(METHODE_TRAJET));
    }

    private static UserDefinedFunction reached(Estimation estimation, double minutesMax) {
        Broadcast<Estimation> shared = Shared.of(estimation);
        double farthest = estimation.farthest(minutesMax);
        UDF1<String, Row[]> reached = code -> {
            List<Row> rows = new ArrayList<>();
            Estimation here = shared.value();
            here.atteintes(
                    here.numero(code),
                    minutesMax,
                    farthest,
                    (trajet, to) -> rows.add(row(here.communes().get(to).code(), trajet)));
            return rows.toArray(Row[]::new);
        };
        // Called non-deterministic so that Spark asks it once for each row, not once for each use of its answer.
        return udf(reached, DataTypes.createArrayType(TRAJETS)).asNondeterministic();
    }

    private static Row row(String code, Trajet trajet) {
        return RowFactory.create(
                code,
                Math.rint(trajet.distanceGeodesiqueM()),
                Math.rint(trajet.distanceRouteM()),
                Math.rint(trajet.minutes() * 100) / 100);
    }
}

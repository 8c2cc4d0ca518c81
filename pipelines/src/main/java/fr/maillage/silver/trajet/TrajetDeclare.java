package fr.maillage.silver.trajet;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import fr.maillage.geo.Distances;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.trajet.Trajets;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/** Journeys that a person brought, by road mostly, each line validated and carried to the cadre's geography. */
public final class TrajetDeclare implements Transformation {

    static final String HORS_COUVERTURE = "hors_couverture";

    private static final String SANS_CHEMIN = "sans_chemin";
    private static final String ANNEE_LUE = "_annee_lue";
    private static final String DESTINATION_LUE = "_destination_lue";
    private static final String NEWEST = "_newest";
    private static final String ORIGINE_LUE = "_origine_lue";
    private static final double ALMOST_ONE = 1 - 1e-9;
    /** A calculator may start at the town hall, the point of a commune is the middle of its contour: both ends. */
    private static final double POINTS_APART_M = 10_000;

    private static final double FASTEST_M_PER_MINUTE = 150_000 / 60.0;
    private static final UserDefinedFunction METRES =
            udf((UDF4<Double, Double, Double, Double, Double>) TrajetDeclare::metres, DataTypes.DoubleType);

    @Override
    public TableContract target() {
        return Silver.TRAJET_DECLARE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_TRAJET);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.DECLARATION_TRAJET),
                tables.read(Silver.COMMUNE_SUCCESSEUR),
                tables.read(Silver.COMMUNE_POINT));
    }

    static Dataset<Row> apply(Dataset<Row> lignes, Dataset<Row> successeurs, Dataset<Row> points) {
        Dataset<Row> lues = enVigueur(lues(Depots.sansCorrigees(lignes)));
        Dataset<Row> duCadre = bout(
                bout(lues, successeurs, ORIGINE_LUE, CODE_COMMUNE_ORIGINE),
                successeurs,
                DESTINATION_LUE,
                CODE_COMMUNE_DESTINATION);
        return juges(situes(duCadre, points));
    }

    private static Dataset<Row> lues(Dataset<Row> lignes) {
        Column methode = Saisie.code(col(METHODE_TRAJET));
        Column obstacle = Saisie.code(col(OBSTACLE_TRAJET));
        return lignes.select(
                code(CODE_COMMUNE_ORIGINE).as(ORIGINE_LUE),
                code(CODE_COMMUNE_DESTINATION).as(DESTINATION_LUE),
                Saisie.entier(col(MILLESIME_TEXTE)).as(ANNEE_LUE),
                Saisie.nombre(col(DISTANCE_ROUTE_M_TEXTE)).as(DISTANCE_ROUTE_M),
                round(Saisie.nombre(col(MINUTES_TEXTE)), 2).as(MINUTES),
                coalesce(methode, lit(Trajets.ROUTE)).as(METHODE_TRAJET),
                Saisie.nombre(col(MINUTES_MAX_TEXTE)).as(MINUTES_MAX),
                when(Saisie.texte(col(MINUTES_TEXTE)).isNull(), obstacle).as(OBSTACLE_TRAJET),
                coalesce(Saisie.texte(col(SOURCE_TEXTE)), col(Technical.SOURCE)).as(SOURCE),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Column code(String typed) {
        return lpad(upper(Saisie.texte(col(typed))), 5, "0");
    }

    /** A later upload of a commune of origin replaces what former ones said of it. */
    private static Dataset<Row> enVigueur(Dataset<Row> lues) {
        return lues.withColumn(NEWEST, max(Technical.RANG).over(Window.partitionBy(ORIGINE_LUE)))
                .where(col(ORIGINE_LUE).isNull().or(col(Technical.RANG).equalTo(col(NEWEST))))
                .drop(NEWEST, Technical.RANG);
    }

    /** The commune of the cadre that one end is found in, and which share of it; null when it is unknown. */
    private static Dataset<Row> bout(Dataset<Row> lues, Dataset<Row> successeurs, String lue, String cadre) {
        Dataset<Row> lectures = successeurs
                .groupBy(CODE_COMMUNE, LU_DU, LU_AU)
                .agg(
                        max(PART).as(part(cadre)),
                        org.apache
                                .spark
                                .sql
                                .functions
                                .max_by(col(CODE_COMMUNE_CIBLE), col(PART))
                                .as(cadre));
        return lues.join(
                        broadcast(lectures),
                        col(lue).equalTo(col(CODE_COMMUNE)).and(Millesimes.within(col(ANNEE_LUE), LU_DU, LU_AU)),
                        "left")
                .drop(CODE_COMMUNE, LU_DU, LU_AU);
    }

    private static String part(String end) {
        return "_part_" + end;
    }

    private static Dataset<Row> situes(Dataset<Row> duCadre, Dataset<Row> points) {
        Dataset<Row> from = points.select(
                col(CODE_COMMUNE).as(CODE_COMMUNE_ORIGINE),
                col(MILLESIME),
                col(LONGITUDE).as("_x1"),
                col(LATITUDE).as("_y1"));
        Dataset<Row> to = points.select(
                col(CODE_COMMUNE).as(CODE_COMMUNE_DESTINATION),
                col(LONGITUDE).as("_x2"),
                col(LATITUDE).as("_y2"));
        return duCadre.join(broadcast(from), new String[] {CODE_COMMUNE_ORIGINE}, "left")
                .join(broadcast(to), new String[] {CODE_COMMUNE_DESTINATION}, "left")
                .withColumn(DISTANCE_GEODESIQUE_M, METRES.apply(col("_x1"), col("_y1"), col("_x2"), col("_y2")));
    }

    private static Double metres(Double x1, Double y1, Double x2, Double y2) {
        boolean known = x1 != null && y1 != null && x2 != null && y2 != null;
        return known ? Double.valueOf(Math.rint(Distances.metres(x1, y1, x2, y2))) : null;
    }

    private static Dataset<Row> juges(Dataset<Row> situes) {
        Column unknown = col(CODE_COMMUNE_ORIGINE)
                .isNull()
                .or(col(CODE_COMMUNE_DESTINATION).isNull());
        Column split = part(CODE_COMMUNE_ORIGINE, CODE_COMMUNE_DESTINATION).lt(ALMOST_ONE);
        Column unchanged = col(ORIGINE_LUE)
                .equalTo(col(CODE_COMMUNE_ORIGINE))
                .and(col(DESTINATION_LUE).equalTo(col(CODE_COMMUNE_DESTINATION)));
        Column again = row_number()
                .over(Window.partitionBy(CODE_COMMUNE_ORIGINE, CODE_COMMUNE_DESTINATION)
                        .orderBy(
                                unchanged.desc(),
                                col(MINUTES).asc_nulls_last(),
                                col(Technical.FICHIER),
                                col(Technical.LIGNE)))
                .gt(1);
        Column explained = coalesce(col(OBSTACLE_TRAJET).isin(SANS_CHEMIN, HORS_COUVERTURE), lit(false));
        Column readable = coalesce(col(MINUTES).geq(0), explained);
        Column shortest = col(DISTANCE_GEODESIQUE_M).minus(POINTS_APART_M);
        return situes.withColumn(
                        Technical.REGLES,
                        regles(
                                broken("commune_inconnue", unknown),
                                broken("commune_scindee", split),
                                broken(
                                        "doublon",
                                        org.apache
                                                .spark
                                                .sql
                                                .functions
                                                .not(unknown)
                                                .and(again)),
                                broken("minutes_illisibles", not(readable)),
                                broken("trop_rapide", shortest.gt(col(MINUTES).multiply(FASTEST_M_PER_MINUTE))),
                                broken(
                                        "extrait_ne_couvre_pas",
                                        col(OBSTACLE_TRAJET).equalTo(HORS_COUVERTURE)),
                                broken(
                                        "plus_court_que_la_droite",
                                        col(DISTANCE_ROUTE_M).lt(shortest))))
                .select(
                        col(CODE_COMMUNE_ORIGINE),
                        col(CODE_COMMUNE_DESTINATION),
                        col(MILLESIME),
                        col(DISTANCE_GEODESIQUE_M),
                        col(DISTANCE_ROUTE_M),
                        col(MINUTES),
                        col(METHODE_TRAJET),
                        col(MINUTES_MAX),
                        col(OBSTACLE_TRAJET),
                        col(SOURCE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    private static Column part(String origine, String destination) {
        return least(col(part(origine)), col(part(destination)));
    }
}

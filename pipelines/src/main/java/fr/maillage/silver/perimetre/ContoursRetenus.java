package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.geo.Crs;
import fr.maillage.geo.CrsParDepartement;
import fr.maillage.geo.Formes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;

/**
 * The contours of communes that perimeters are laid over: in each département those of one vintage and one system, as
 * {@link fr.maillage.geo.Localisateur} chooses them.
 */
public final class ContoursRetenus {

    /** The official reference system of the commune's département. */
    public static final String SRID_OFFICIEL = "_srid_officiel";

    /** Bounding box in longitude and latitude. */
    static final String BOITE = "_boite";

    static final StructType TYPE_BOITE = new StructType()
            .add("ouest", DataTypes.DoubleType)
            .add("sud", DataTypes.DoubleType)
            .add("est", DataTypes.DoubleType)
            .add("nord", DataTypes.DoubleType);

    private static final UserDefinedFunction OFFICIEL =
            udf((UDF1<String, Long>) ContoursRetenus::officiel, DataTypes.LongType);
    private static final UserDefinedFunction EN_DEGRES =
            udf((UDF5<Double, Double, Double, Double, Long, Row>) ContoursRetenus::enDegres, TYPE_BOITE);
    private static final String DEPARTEMENT = "_departement";
    private static final String CHOIX = "_choix";

    private ContoursRetenus() {}

    /**
     * code_commune, millesime, srid, geometrie, its box and {@link #SRID_OFFICIEL}.
     *
     * @param contours silver/contour
     * @param geographie wanted year; 0 stands for the newest there is
     */
    public static Dataset<Row> of(Dataset<Row> contours, long geographie) {
        Dataset<Row> communes = communes(contours);
        return communes.join(
                        broadcast(choix(communes, geographie)),
                        new String[] {DEPARTEMENT, MILLESIME, SRID},
                        "left_semi")
                .drop(DEPARTEMENT);
    }

    /** Those of every vintage and system. */
    static Dataset<Row> communes(Dataset<Row> contours) {
        Column overseas = col(CODE_TERRITOIRE).rlike("^9[78]");
        return contours.where(col(NIVEAU).equalTo("commune").and(col(SRID).isNotNull()))
                .withColumn(
                        DEPARTEMENT,
                        when(overseas, substring(col(CODE_TERRITOIRE), 1, 3))
                                .otherwise(substring(col(CODE_TERRITOIRE), 1, 2)))
                .select(
                        col(CODE_TERRITOIRE).as(CODE_COMMUNE),
                        col(DEPARTEMENT),
                        col(MILLESIME),
                        col(SRID),
                        OFFICIEL.apply(col(DEPARTEMENT)).as(SRID_OFFICIEL),
                        col(GEOMETRIE),
                        EN_DEGRES
                                .apply(col(X_MIN), col(Y_MIN), col(X_MAX), col(Y_MAX), col(SRID))
                                .as(BOITE));
    }

    private static Dataset<Row> choix(Dataset<Row> communes, long geographie) {
        Dataset<Row> families =
                communes.select(DEPARTEMENT, MILLESIME, SRID, SRID_OFFICIEL).distinct();
        Dataset<Row> wanted = families.agg(
                geographie == 0
                        ? max(MILLESIME).as("_voulu")
                        : max(lit(geographie)).as("_voulu"));
        Column best = struct(
                abs(col(MILLESIME).minus(col("_voulu"))).as("ecart"),
                col(MILLESIME).multiply(-1).as("ancien"),
                col(SRID).eqNullSafe(col(SRID_OFFICIEL)).equalTo(false).as("etranger"),
                col(SRID).as("srid"));
        return families.crossJoin(broadcast(wanted))
                .groupBy(DEPARTEMENT)
                .agg(min_by(struct(col(MILLESIME), col(SRID)), best).as(CHOIX))
                .select(col(DEPARTEMENT), col(CHOIX + ".*"));
    }

    private static Long officiel(String departement) {
        return (long) srid(departement);
    }

    /** EPSG code of the official system; that of the mainland for a département that is none. */
    static int srid(String departement) {
        return CrsParDepartement.find(departement).orElse(Crs.LAMBERT_93);
    }

    private static Row enDegres(Double xMin, Double yMin, Double xMax, Double yMax, Long srid) {
        if (xMin == null || srid == null) {
            return null;
        }
        return boite(Formes.boite(xMin, yMin, xMax, yMax, srid.intValue()));
    }

    static Row boite(Envelope box) {
        return box == null || box.isNull()
                ? null
                : RowFactory.create(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** Whether two boxes meet. */
    static Column seTouchent(Column one, Column other) {
        return one.getField("ouest")
                .leq(other.getField("est"))
                .and(one.getField("est").geq(other.getField("ouest")))
                .and(one.getField("sud").leq(other.getField("nord")))
                .and(one.getField("nord").geq(other.getField("sud")));
    }
}

package fr.maillage.geo;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;

/**
 * The geographic functions of SQL: {@code commune(longitude, latitude)} and {@code commune_de(x, y, srid)}, each the code
 * of the commune that holds the position, null where none does.
 */
public final class FonctionsGeo {

    private FonctionsGeo() {}

    /** Makes the functions known to the session; the indexes travel to each process once. */
    public static void register(SparkSession spark, Localisateur localisateur) {
        Broadcast<Localisateur> shared = new JavaSparkContext(spark.sparkContext()).broadcast(localisateur);
        UDF2<Double, Double, String> commune = (longitude, latitude) -> code(shared, longitude, latitude, Crs.WGS84);
        UDF3<Double, Double, Integer, String> communeDe = (x, y, srid) -> code(shared, x, y, srid);
        spark.udf().register("commune", commune, DataTypes.StringType);
        spark.udf().register("commune_de", communeDe, DataTypes.StringType);
    }

    private static String code(Broadcast<Localisateur> shared, Double x, Double y, Integer srid) {
        if (x == null || y == null || srid == null) {
            return null;
        }
        Localisateur localisateur = shared.value();
        return localisateur.code(localisateur.find(x, y, srid));
    }
}

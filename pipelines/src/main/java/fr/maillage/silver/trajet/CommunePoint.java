package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.geo.Crs;
import fr.maillage.geo.CrsParDepartement;
import fr.maillage.geo.Milieux;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Denominateur;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.trajet.Densites;
import fr.maillage.trajet.Reliefs;
import fr.maillage.trajet.Terres;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The point, density and land of each commune of the cadre, which journeys are estimated from.
 *
 * <p>It reads no division: a division may itself be drawn by travel time.
 */
public final class CommunePoint implements Transformation {

    private static final String CADRE = "_cadre";
    private static final String LUE = "_lue";
    private static final String POINT = "_point";
    private static final double ALMOST_ONE = 1 - 1e-9;
    private static final StructType PLACE =
            new StructType().add(LONGITUDE, DataTypes.DoubleType).add(LATITUDE, DataTypes.DoubleType);

    @Override
    public TableContract target() {
        return Silver.COMMUNE_POINT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> cadre = Millesimes.newest(tables.read(Silver.COMMUNE), tables.value(Parametres.GEOGRAPHIE))
                .select(CODE_COMMUNE, MILLESIME, CODE_ARRONDISSEMENT);
        Dataset<Row> successeurs = tables.read(Silver.COMMUNE_SUCCESSEUR);
        Dataset<Row> populations = new Denominateur(tables.read(Silver.COMMUNE_VIE), successeurs, communesSeules(cadre))
                .population(tables.read(Silver.POPULATION), tables.value(Parametres.ANNEE_POPULATION))
                .select(col(CODE_TERRITOIRE).as(CODE_COMMUNE), col(POPULATION));
        return apply(
                cadre,
                tables.read(Silver.CONTOUR),
                successeurs,
                populations,
                Densites.of(tables.value(Parametres.DENSITE_SEUILS)));
    }

    /** The bridge with its lowest level only. */
    private static Dataset<Row> communesSeules(Dataset<Row> cadre) {
        return cadre.select(
                col(CODE_COMMUNE),
                col(MILLESIME),
                lit("commune").as(NIVEAU),
                col(CODE_COMMUNE).as(CODE_TERRITOIRE),
                lit(1.0).as(PART),
                lit("exact").as(NATURE_PART));
    }

    static Dataset<Row> apply(
            Dataset<Row> cadre,
            Dataset<Row> contours,
            Dataset<Row> successeurs,
            Dataset<Row> populations,
            Densites densites) {
        Terres terres = Terres.read();
        Column terre =
                udf((UDF1<String, String>) terres::of, DataTypes.StringType).apply(col(CODE_COMMUNE));
        Column relief = udf((UDF1<String, String>) Reliefs.read()::of, DataTypes.StringType)
                .apply(col(CODE_ARRONDISSEMENT));
        Column classe = udf((UDF1<Double, String>) densites::classe, DataTypes.StringType)
                .apply(col(DENSITE));
        return cadre.join(lieux(cadre, contours, successeurs), new String[] {CODE_COMMUNE}, "left")
                .join(populations, new String[] {CODE_COMMUNE}, "left")
                .withColumn(DENSITE, try_divide(col(POPULATION).cast("double"), col(SURFACE_KM2)))
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(POINT).getField(LONGITUDE).as(LONGITUDE),
                        col(POINT).getField(LATITUDE).as(LATITUDE),
                        col(ORIGINE_POINT),
                        col(SURFACE_KM2),
                        col(POPULATION),
                        col(DENSITE),
                        classe.as(CLASSE_DENSITE),
                        terre.as(TERRE),
                        relief.as(RELIEF));
    }

    /** Point and area of the communes of the cadre of which a contour is known. */
    private static Dataset<Row> lieux(Dataset<Row> cadre, Dataset<Row> contours, Dataset<Row> successeurs) {
        Dataset<Row> lectures = successeurs.select(
                col(CODE_COMMUNE).as(LUE), col(LU_DU), col(LU_AU), col(CODE_COMMUNE_CIBLE), col(PART));
        Column same = col(LUE).equalTo(col(CODE_TERRITOIRE)).and(Millesimes.within(col(MILLESIME), LU_DU, LU_AU));
        Column cible = coalesce(col(CODE_COMMUNE_CIBLE), col(CODE_TERRITOIRE));
        Column whole = coalesce(col(PART), lit(1.0)).geq(ALMOST_ONE);
        Column own = col(CODE_TERRITOIRE).equalTo(cible);
        Column ownFirst = struct(not(own), negate(col(SURFACE_KM2)), col(CODE_TERRITOIRE));
        return retenus(cadre, contours)
                .join(lectures, same, "left")
                .withColumn(POINT, place().apply(col(GEOMETRIE), col(SRID)))
                .groupBy(cible.as(CODE_COMMUNE))
                .agg(
                        min_by(col(POINT), ownFirst).as(POINT),
                        when(min(whole), sum(SURFACE_KM2)).as(SURFACE_KM2),
                        when(min(whole.and(own)), "contour")
                                .otherwise("contour_autre_millesime")
                                .as(ORIGINE_POINT));
    }

    /** Of each commune's contours, the one of the vintage nearest to the cadre and in the system of its département. */
    private static Dataset<Row> retenus(Dataset<Row> cadre, Dataset<Row> contours) {
        Dataset<Row> annee = cadre.agg(max(MILLESIME).as(CADRE));
        Column departement = udf((UDF1<String, String>) CrsParDepartement::ofCommune, DataTypes.StringType)
                .apply(col(CODE_TERRITOIRE));
        Column official = udf(
                        (UDF2<String, Long, Boolean>)
                                (code, srid) -> CrsParDepartement.find(code).orElse(0) == srid,
                        DataTypes.BooleanType)
                .apply(col(CODE_DEPARTEMENT), col(SRID));
        Column best = struct(abs(col(MILLESIME).minus(col(CADRE))), negate(col(MILLESIME)), not(official), col(SRID));
        Dataset<Row> communes = contours.where(col(NIVEAU).equalTo("commune"));
        Dataset<Row> choix = communes.withColumn(CODE_DEPARTEMENT, departement)
                .select(CODE_DEPARTEMENT, MILLESIME, SRID)
                .distinct()
                .crossJoin(broadcast(annee))
                .withColumn(
                        "_rang",
                        row_number().over(Window.partitionBy(CODE_DEPARTEMENT).orderBy(best)))
                .where(col("_rang").equalTo(1))
                .select(CODE_DEPARTEMENT, MILLESIME, SRID);
        return communes.withColumn(CODE_DEPARTEMENT, departement)
                .join(broadcast(choix), new String[] {CODE_DEPARTEMENT, MILLESIME, SRID}, "left_semi")
                .select(CODE_TERRITOIRE, MILLESIME, SRID, GEOMETRIE, SURFACE_KM2);
    }

    private static UserDefinedFunction place() {
        return udf((UDF2<byte[], Long, Row>) CommunePoint::place, PLACE);
    }

    private static Row place(byte[] wkb, Long srid) throws ParseException {
        Coordinate middle = Milieux.of(new WKBReader().read(wkb));
        double[] degrees = Crs.transform(Math.toIntExact(srid), Crs.WGS84, middle.x, middle.y);
        boolean known = Double.isFinite(degrees[0]) && Double.isFinite(degrees[1]);
        return known ? RowFactory.create(rounded(degrees[0]), rounded(degrees[1])) : null;
    }

    /** To a decimetre. */
    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }
}

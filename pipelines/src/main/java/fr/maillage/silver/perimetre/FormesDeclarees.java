package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.geo.Cercle;
import fr.maillage.geo.ContourPublie;
import fr.maillage.geo.Crs;
import fr.maillage.geo.Formes;
import fr.maillage.geo.Milieux;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Shapes of perimeters as Spark functions; all in longitude and latitude. */
final class FormesDeclarees {

    static final String REGLE = "_regle";

    private static final StructType FORME = new StructType()
            .add(GEOMETRIE, DataTypes.BinaryType)
            .add(SURFACE_KM2, DataTypes.DoubleType)
            .add(REPARATION, DataTypes.StringType)
            .add(ECART_SURFACE_KM2, DataTypes.DoubleType)
            .add(REGLE, DataTypes.StringType);
    private static final StructType POSITION =
            new StructType().add(LONGITUDE, DataTypes.DoubleType).add(LATITUDE, DataTypes.DoubleType);

    /** A drawn polygon and the name of its reference system, checked, repaired and carried to WGS 84. */
    static final UserDefinedFunction DESSINEE = udf((UDF2<byte[], String, Row>) FormesDeclarees::dessinee, FORME);

    /** Longitude, latitude and metres as a circle. */
    static final UserDefinedFunction CERCLE = udf((UDF3<Double, Double, Double, Row>) FormesDeclarees::cercle, FORME);

    /** The middle of a contour, from which journeys start too. */
    static final UserDefinedFunction MILIEU = udf((UDF2<byte[], Long, Row>) FormesDeclarees::milieu, POSITION);

    /** The bounding box of a shape. */
    static final UserDefinedFunction BOITE = udf(
            (UDF1<byte[], Row>) wkb ->
                    wkb == null ? null : ContoursRetenus.boite(Formes.read(wkb).getEnvelopeInternal()),
            ContoursRetenus.TYPE_BOITE);

    /** The union of shapes. */
    static final UserDefinedFunction UNION = udf(
            (UDF1<Seq<byte[]>, byte[]>) shapes -> shapes.isEmpty() ? null : Formes.write(Formes.union(read(shapes))),
            DataTypes.BinaryType);

    /** A shape without another; null when nothing is left. */
    static final UserDefinedFunction DIFFERENCE = udf(
            (UDF2<byte[], byte[], byte[]>) (shape, out) -> {
                Geometry left = Formes.difference(Formes.read(shape), Formes.read(out));
                return left.isEmpty() ? null : Formes.write(left);
            },
            DataTypes.BinaryType);

    /** The share of a contour, in its system, that a shape covers. */
    static final UserDefinedFunction PART =
            udf((UDF3<byte[], Long, byte[], Double>) FormesDeclarees::part, DataTypes.DoubleType);

    /** Whether a shape holds a position; its border is in it. */
    static final UserDefinedFunction COUVRE = udf(
            (UDF3<byte[], Double, Double, Boolean>) (shape, longitude, latitude) ->
                    SimplePointInAreaLocator.locate(new Coordinate(longitude, latitude), Formes.read(shape))
                            != Location.EXTERIOR,
            DataTypes.BooleanType);

    private static final Pattern EPSG = Pattern.compile("EPSG:+(?:[0-9.]+:)?(\\d+)$", Pattern.CASE_INSENSITIVE);

    private FormesDeclarees() {}

    private static Row dessinee(byte[] wkb, String crs) {
        int srid = srid(crs);
        if (srid == 0) {
            return refusee("systeme_inconnu");
        }
        ContourPublie checked = ContourPublie.of(wkb, srid);
        if (checked.wkb() == null) {
            return refusee(checked.regle());
        }
        Geometry there = Formes.transform(Formes.read(checked.wkb()), srid, Crs.WGS84);
        if (there.isEmpty()) {
            return refusee("perimetre_hors_pays");
        }
        Double ecart = Double.isNaN(checked.ecartKm2()) ? null : Double.valueOf(checked.ecartKm2());
        return RowFactory.create(Formes.write(there), checked.surfaceKm2(), checked.reparation(), ecart, null);
    }

    /** EPSG code; longitude and latitude when none is told, 0 when it is not known. */
    private static int srid(String crs) {
        if (crs == null || crs.endsWith("CRS84")) {
            return Crs.WGS84;
        }
        Matcher matcher = EPSG.matcher(crs);
        if (!matcher.find() || matcher.group(1).length() > 6) {
            return 0;
        }
        int srid = Integer.parseInt(matcher.group(1));
        return Crs.isKnown(srid) ? srid : 0;
    }

    private static Row cercle(Double longitude, Double latitude, Double metres) {
        if (longitude == null || latitude == null || metres == null || !(metres > 0)) {
            return null;
        }
        ContourPublie checked = ContourPublie.of(Formes.write(Cercle.around(longitude, latitude, metres)), Crs.WGS84);
        return RowFactory.create(checked.wkb(), checked.surfaceKm2(), null, null, checked.regle());
    }

    private static Row milieu(byte[] contour, Long srid) {
        Coordinate middle = Milieux.of(Formes.read(contour));
        double[] there = Crs.transform(srid.intValue(), Crs.WGS84, middle.x, middle.y);
        return RowFactory.create(there[0], there[1]);
    }

    private static Double part(byte[] contour, Long srid, byte[] shape) {
        Geometry there = Formes.transform(Formes.read(shape), Crs.WGS84, srid.intValue());
        return Formes.part(Formes.read(contour), there);
    }

    private static List<Geometry> read(Seq<byte[]> shapes) {
        return CollectionConverters.asJava(shapes).stream().map(Formes::read).toList();
    }

    private static Row refusee(String regle) {
        return RowFactory.create(null, null, null, null, regle);
    }
}

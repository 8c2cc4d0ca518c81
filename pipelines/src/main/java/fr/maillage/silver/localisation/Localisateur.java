package fr.maillage.silver.localisation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import fr.maillage.geo.Crs;
import fr.maillage.warehouse.Shared;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Locates one establishment: the Spark function around {@link LecturePosition} and {@link Indices}.
 *
 * <p>It answers in {@link #SCHEMA}: the verdict, how the position was read, and the same position in the system of the
 * contours that a distance is to be measured to.
 */
public final class Localisateur implements Serializable {

    /** What it answers with. */
    public static final StructType SCHEMA = new StructType()
            .add("adresse", DataTypes.StringType)
            .add("annoncee", DataTypes.StringType)
            .add("millesime_annoncee", DataTypes.LongType)
            .add("publiee", DataTypes.BooleanType)
            .add("position", DataTypes.StringType)
            .add("position_actuelle", DataTypes.StringType)
            .add("millesime_position", DataTypes.LongType)
            .add("vraisemblable", DataTypes.BooleanType)
            .add("interpretation", DataTypes.StringType)
            .add("raison", DataTypes.StringType)
            .add("srid", DataTypes.LongType)
            .add("longitude", DataTypes.DoubleType)
            .add("latitude", DataTypes.DoubleType)
            .add("contour_srid", DataTypes.LongType)
            .add("contour_millesime", DataTypes.LongType)
            .add("contour_x", DataTypes.DoubleType)
            .add("contour_y", DataTypes.DoubleType)
            .add("ban", DataTypes.StringType)
            .add("ecart", DataTypes.DoubleType)
            .add("pour", DataTypes.createArrayType(DataTypes.StringType))
            .add("contre", DataTypes.createArrayType(DataTypes.StringType));

    private static final long serialVersionUID = 1L;

    private final Indices indices;
    private final LecturePosition lecture;
    private final IndexCommunes index;
    private final double ecartMax;

    /**
     * @param ecartMax metres beyond which two published pairs do not name one place
     */
    Localisateur(Annuaire annuaire, IndexCommunes index, double ecartMax) {
        this.indices = new Indices(annuaire);
        this.lecture = new LecturePosition(index, ecartMax);
        this.index = index;
        this.ecartMax = ecartMax;
    }

    /**
     * Its answer for rows that describe establishments. Called non-deterministic so that Spark asks it once for each row,
     * not once for each field of its answer.
     */
    public Column lieu() {
        return lieu(
                col(NUMERO_FINESS_ET),
                col(CODE_COMMUNE_PUBLIE),
                col(CODE_DEPARTEMENT_FINESS),
                col(CODE_POSTAL),
                col(VILLE),
                col(X_PUBLIE),
                col(Y_PUBLIE),
                col(SRID_PUBLIE),
                year(col(CONNU_DU)),
                col(X_LOCAL_PUBLIE),
                col(Y_LOCAL_PUBLIE),
                col(SOURCE_POSITION));
    }

    /** The same for rows of another register, which has an address and a position in WGS84 and no more. */
    public Column lieu(Column codePostal, Column ville, Column longitude, Column latitude, Column annee) {
        Column text = lit(null).cast("string");
        Column number = lit(null).cast("double");
        Column srid = when(longitude.isNotNull(), lit((long) Crs.WGS84));
        return lieu(text, text, text, codePostal, ville, longitude, latitude, srid, annee, number, number, text);
    }

    private Column lieu(Column... row) {
        Broadcast<Localisateur> shared = Shared.of(this);
        return udf((UDF1<Row, Row>) asked -> shared.value().call(asked), SCHEMA)
                .asNondeterministic()
                .apply(struct(row));
    }

    /** The commune of the cadre's geography that a code of any vintage leads to; the code itself when none is known. */
    public String actuelle(String code) {
        return indices.current(code);
    }

    /**
     * Takes numero, published commune, FINESS département, postal code, city, x, y, srid, year, the second pair and the
     * source of the position, in this order.
     */
    Row call(Row row) {
        Indices.Annonce annonce = new Indices.Annonce(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(8));
        PositionPubliee publiee = new PositionPubliee(
                row.getAs(5), row.getAs(6), row.getAs(7), row.getAs(9), row.getAs(10), row.getString(11));
        Position position = lecture.read(publiee, indices.departements(annonce));
        Indices.Verdict verdict = indices.weigh(annonce, position);
        String ban = publiee.communeBan();
        Temoins temoins = Temoins.of(position, verdict, indices.current(ban), ecartMax);
        return answer(verdict, position, measured(position, publiee.x(), publiee.y(), publiee.srid()), ban, temoins);
    }

    private record Measured(IndexCommunes.Contours contours, double x, double y, double[] world) {}

    /** Where the position lies among the contours; a position that was set aside is still measured as published. */
    private Measured measured(Position position, Double x, Double y, Long srid) {
        if (position.isKept()) {
            return measured(position.commune().contours(), position.srid(), position.x(), position.y());
        }
        boolean readable = x != null && y != null && srid != null && index.preferred(srid.intValue()) != null;
        return readable ? measured(index.preferred(srid.intValue()), srid.intValue(), x, y) : null;
    }

    private static Measured measured(IndexCommunes.Contours contours, int srid, double x, double y) {
        double[] there = Crs.transform(srid, contours.srid(), x, y);
        return new Measured(contours, there[0], there[1], Crs.transform(srid, Crs.WGS84, x, y));
    }

    private static Row answer(
            Indices.Verdict verdict, Position position, Measured measured, String ban, Temoins temoins) {
        boolean kept = position.isKept();
        return RowFactory.create(
                verdict.adresse(),
                verdict.annoncee(),
                number(verdict.millesimeAnnoncee()),
                verdict.publiee(),
                kept ? position.commune().code() : null,
                verdict.position(),
                number(verdict.millesimePosition()),
                verdict.vraisemblable(),
                position.interpretation(),
                position.raison(),
                number(position.srid()),
                measured == null ? null : measured.world()[0],
                measured == null ? null : measured.world()[1],
                measured == null ? null : (long) measured.contours().srid(),
                measured == null ? null : (long) measured.contours().millesime(),
                measured == null ? null : measured.x(),
                measured == null ? null : measured.y(),
                ban,
                position.ecart(),
                temoins.pour().toArray(String[]::new),
                temoins.contre().toArray(String[]::new));
    }

    private static Long number(Integer value) {
        return value == null ? null : value.longValue();
    }
}

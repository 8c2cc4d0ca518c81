package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where declared territories are: the position of their centre, their shape, and whether any commune is there. */
final class Situation {

    /** Whether contours of communes are loaded. */
    static final String CONTOURS = "_contours";

    /** Whether the shape touches a commune. */
    static final String TOUCHE = "_touche";

    /** The commune that a centre names; null when it is a position. */
    static final String COMMUNE_DU_CENTRE = "_commune_du_centre";

    private static final String NUMBER = "(-?[0-9]+(?:[.,][0-9]+)?)";
    private static final String POSITION = "^" + NUMBER + "[ ;]+" + NUMBER + "$";
    private static final String CLE = "_cle";
    private static final String FORME = "_forme";
    private static final String LIEU = "_lieu";

    private Situation() {}

    /**
     * Declarations with longitude, latitude, geometrie, what its check says, {@link #CONTOURS} and {@link #TOUCHE}.
     *
     * @param contours of communes, of every vintage and system
     * @param retenus those that perimeters are laid over
     */
    static Dataset<Row> of(Dataset<Row> declares, Dataset<Row> contours, Dataset<Row> retenus) {
        Dataset<Row> known = retenus.agg(count(lit(1)).gt(0).as(CONTOURS));
        Dataset<Row> formes = formes(centres(declares, contours));
        return formes.join(touches(formes, retenus), new String[] {Technical.FICHIER, Technical.LIGNE}, "left")
                .withColumn(TOUCHE, coalesce(col(TOUCHE), lit(false)))
                .crossJoin(broadcast(known));
    }

    /** A centre is a position, or the middle of the commune in the contour nearest to the vintage. */
    private static Dataset<Row> centres(Dataset<Row> declares, Dataset<Row> contours) {
        Column padded = lpad(upper(col(Declarations.CENTRE_LU)), 5, "0");
        Dataset<Row> asked =
                declares.withColumn(COMMUNE_DU_CENTRE, when(padded.rlike("^([0-9]{2}|2[AB])[0-9]{3}$"), padded));
        Dataset<Row> middles = contours.select(
                        col(CODE_COMMUNE).as(COMMUNE_DU_CENTRE),
                        col(MILLESIME).as("_millesime"),
                        col(SRID),
                        col(GEOMETRIE))
                .join(
                        broadcast(asked.where(col(COMMUNE_DU_CENTRE).isNotNull())
                                .select(COMMUNE_DU_CENTRE, MILLESIME)
                                .distinct()),
                        COMMUNE_DU_CENTRE)
                .groupBy(COMMUNE_DU_CENTRE, MILLESIME)
                .agg(min_by(
                                struct(col(GEOMETRIE), col(SRID)),
                                struct(
                                        coalesce(abs(col("_millesime").minus(col(MILLESIME))), lit(0L)),
                                        col("_millesime").multiply(-1),
                                        col(SRID)))
                        .as(LIEU))
                .select(
                        col(COMMUNE_DU_CENTRE).as("_code"),
                        col(MILLESIME).as("_annee"),
                        FormesDeclarees.MILIEU
                                .apply(col(LIEU).getField(GEOMETRIE), col(LIEU).getField(SRID))
                                .as(LIEU));
        return asked.join(
                        broadcast(middles),
                        col(COMMUNE_DU_CENTRE)
                                .equalTo(col("_code"))
                                .and(col(MILLESIME).eqNullSafe(col("_annee"))),
                        "left")
                .withColumn(LONGITUDE, coalesce(col(LIEU).getField(LONGITUDE), typed(1, 180)))
                .withColumn(LATITUDE, coalesce(col(LIEU).getField(LATITUDE), typed(2, 90)))
                .withColumn(LONGITUDE, when(col(LATITUDE).isNotNull(), col(LONGITUDE)))
                .drop(LIEU, "_code", "_annee");
    }

    private static Column typed(int group, int most) {
        Column number = regexp_replace(regexp_extract(col(Declarations.CENTRE_LU), POSITION, group), ",", ".")
                .try_cast("double");
        return when(abs(number).leq(most), number);
    }

    private static Dataset<Row> formes(Dataset<Row> places) {
        Column circle = FormesDeclarees.CERCLE.apply(col(LONGITUDE), col(LATITUDE), col(RAYON_M));
        Column polygon = FormesDeclarees.DESSINEE.apply(col(GEOMETRY), col(CRS));
        return places.withColumn(
                        FORME,
                        when(col(TYPE_PERIMETRE).equalTo("rayon"), circle)
                                .when(col(TYPE_PERIMETRE).equalTo(Declarations.POLYGONE), polygon))
                .select(col("*"), col(FORME + ".*"))
                .drop(FORME, GEOMETRY, CRS);
    }

    private static Dataset<Row> touches(Dataset<Row> formes, Dataset<Row> retenus) {
        return Recouvrement.of(
                        formes.where(col(GEOMETRIE).isNotNull())
                                .select(
                                        struct(col(Technical.FICHIER), col(Technical.LIGNE))
                                                .as(CLE),
                                        col(GEOMETRIE)),
                        retenus)
                .groupBy(CLE)
                .agg(max(col(PART).gt(0)).as(TOUCHE))
                .select(col(CLE + ".*"), col(TOUCHE));
    }
}

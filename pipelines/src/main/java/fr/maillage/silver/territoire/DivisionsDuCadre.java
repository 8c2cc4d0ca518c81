package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The zones of divisions in the cadre's geography, whatever the vintage they were told in.
 *
 * <p>Of each division the vintage of the cadre is taken, else the newest before it, else the oldest; of one whose zones are
 * told each on its own, all that is told. Its communes and those of the cadre meet in their pieces: a commune is in a zone
 * by the inhabitants of the pieces that are.
 */
public final class DivisionsDuCadre {

    /** Kind of a share measured by area. */
    public static final String SURFACE = "surface";

    /** Origins of divisions that are told zone by zone, each in the vintage it was drawn in. */
    private static final Object[] ZONE_PAR_ZONE = {"territoire", "calculee"};

    private static final String CADRE = "_cadre";
    private static final String LUE = "_lue";
    private static final String DANS_LA_ZONE = "_dans_la_zone";
    private static final String MESUREE = "_mesuree";
    private static final double ALMOST_ONE = 1 - 1e-9;

    private DivisionsDuCadre() {}

    /**
     * code_commune, millesime, niveau, code_territoire, part and nature_part.
     *
     * @param divisions silver/division, of which part, nature_part and origine_division are read
     * @param cadre the communes of the cadre
     * @param passages silver/passage_commune
     */
    public static Dataset<Row> of(Dataset<Row> divisions, Dataset<Row> cadre, Dataset<Row> passages) {
        Column whole = col(PART).geq(ALMOST_ONE);
        Column unknown =
                col(NATURE_PART).equalTo("inconnu").and(col(DANS_LA_ZONE).gt(0));
        return pieces(cadre, passages)
                .join(zones(choisies(divisions, cadre), passages), ATOME)
                .groupBy(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(DIVISION).as(NIVEAU),
                        col(CODE_ZONE).as(CODE_TERRITOIRE))
                .agg(
                        least(lit(1.0), sum(col(PART).multiply(col(DANS_LA_ZONE))))
                                .as(PART),
                        max(unknown).as("_inconnue"),
                        max(col(MESUREE)).as(MESUREE))
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        when(whole, lit(1.0)).otherwise(col(PART)).as(PART),
                        when(whole, "exact")
                                .when(col("_inconnue"), "inconnu")
                                .when(col(MESUREE), SURFACE)
                                .otherwise("pondere")
                                .as(NATURE_PART));
    }

    /** The pieces of the communes of the cadre, each with its share of the inhabitants. */
    private static Dataset<Row> pieces(Dataset<Row> cadre, Dataset<Row> passages) {
        Dataset<Row> communes = cadre.select(CODE_COMMUNE, MILLESIME);
        return passages.where(col(TYPE_COMMUNE).equalTo("COM"))
                .join(broadcast(communes), CODE_COMMUNE)
                .where(Millesimes.within(col(MILLESIME), DATE_DEBUT, DATE_FIN))
                .select(CODE_COMMUNE, MILLESIME, ATOME, PART, NATURE_PART);
    }

    /** The pieces of the communes of the divisions, each with the share of it that is in the zone. */
    private static Dataset<Row> zones(Dataset<Row> divisions, Dataset<Row> passages) {
        Dataset<Row> lectures = passages.select(col(CODE_COMMUNE).as(LUE), col(LU_DU), col(LU_AU), col(ATOME));
        return divisions
                .join(
                        lectures,
                        col(LUE).equalTo(col(CODE_COMMUNE)).and(Millesimes.within(col(MILLESIME), LU_DU, LU_AU)))
                .groupBy(DIVISION, CODE_ZONE, ATOME)
                .agg(
                        max(PART).as(DANS_LA_ZONE),
                        max(coalesce(col(NATURE_PART).equalTo(SURFACE), lit(false)))
                                .as(MESUREE));
    }

    private static Dataset<Row> choisies(Dataset<Row> divisions, Dataset<Row> cadre) {
        Dataset<Row> annee = cadre.agg(max(MILLESIME).as(CADRE));
        Column before = max(when(col(MILLESIME).leq(col(CADRE)), col(MILLESIME)));
        Dataset<Row> choice = divisions
                .select(DIVISION, MILLESIME)
                .where(not(zoneParZone()))
                .distinct()
                .crossJoin(broadcast(annee))
                .groupBy(DIVISION)
                .agg(coalesce(before, min(MILLESIME)).as(MILLESIME));
        return divisions
                .join(broadcast(choice), new String[] {DIVISION, MILLESIME}, "left_semi")
                .unionByName(divisions.where(zoneParZone()));
    }

    private static Column zoneParZone() {
        return col(ORIGINE_DIVISION).isin(ZONE_PAR_ZONE);
    }
}

package fr.maillage.silver.perimetre;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import fr.maillage.silver.territoire.DivisionsDuCadre;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The communes that make up the perimeters of users, as zones of one division.
 *
 * <p>Listed communes are whole. Of one that a shape cuts its share of the area stands in, as no file tells where in a
 * commune people live; shapes of a union are put together first, so that what two of them cover counts once. Slivers are
 * dropped, or rounded to the whole.
 */
public final class Compositions {

    private static final String COMPOSANT = "_composant";
    private static final String RETRANCHEE = "_retranchee";

    private Compositions() {}

    /**
     * The columns of {@link fr.maillage.silver.territoire.Zonages#of}, with libelle_zone and the rules each breaks.
     *
     * @param territoires silver/territoire_declare
     * @param retenus contours of {@link ContoursRetenus}
     * @param eclat largest share of a commune that is a sliver
     */
    public static Dataset<Row> of(Dataset<Row> territoires, Dataset<Row> retenus, double eclat) {
        Dataset<Row> coupees =
                Recouvrement.of(formes(territoires), retenus).select(CODE_ZONE, CODE_COMMUNE, MILLESIME, PART);
        Dataset<Row> listes = listes(membres(territoires, COMPOSANTS))
                .join(listes(membres(territoires, RETRANCHES)), new String[] {CODE_ZONE, CODE_COMMUNE}, "left_anti");
        Dataset<Row> parts = listes.unionByName(coupees);
        Dataset<Row> communes = parts.where(col(PART).gt(0))
                .groupBy(CODE_ZONE, CODE_COMMUNE, MILLESIME)
                .agg(max(PART).as(PART));
        Dataset<Row> noms = territoires.select(
                col(CODE_TERRITOIRE).as(CODE_ZONE), col(LIBELLE_TERRITOIRE).as(LIBELLE_ZONE));
        return jugees(communes, eclat)
                .join(noms, CODE_ZONE)
                .select(
                        lit(Niveaux.TERRITOIRE_DECLARE).as(DIVISION),
                        col(CODE_ZONE),
                        col(LIBELLE_ZONE),
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(PART),
                        when(col(PART).equalTo(1), "exact")
                                .otherwise(DivisionsDuCadre.SURFACE)
                                .as(NATURE_PART),
                        lit("territoire").as(ORIGINE_DIVISION),
                        lit(null).cast("string").as(Technical.FICHIER),
                        lit(null).cast("bigint").as(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    /** Each territory in force, once per territory of a column. */
    private static Dataset<Row> membres(Dataset<Row> territoires, String column) {
        Dataset<Row> zones = territoires
                .where(col(EST_EN_VIGUEUR))
                .select(col(CODE_TERRITOIRE).as(CODE_ZONE), explode(col(column)).as(COMPOSANT));
        return zones.join(
                territoires.select(
                        col(CODE_TERRITOIRE).as(COMPOSANT), col(COMMUNES_LISTEES), col(MILLESIME), col(GEOMETRIE)),
                COMPOSANT);
    }

    private static Dataset<Row> listes(Dataset<Row> composants) {
        return composants.select(
                col(CODE_ZONE), explode(col(COMMUNES_LISTEES)).as(CODE_COMMUNE), col(MILLESIME), lit(1.0).as(PART));
    }

    /** code_zone and the one shape of each territory in force that has any. */
    public static Dataset<Row> formes(Dataset<Row> territoires) {
        Dataset<Row> retranchees = reunies(membres(territoires, RETRANCHES)).withColumnRenamed(GEOMETRIE, RETRANCHEE);
        return reunies(membres(territoires, COMPOSANTS))
                .join(retranchees, new String[] {CODE_ZONE}, "left")
                .select(
                        col(CODE_ZONE),
                        when(col(RETRANCHEE).isNull(), col(GEOMETRIE))
                                .otherwise(FormesDeclarees.DIFFERENCE.apply(col(GEOMETRIE), col(RETRANCHEE)))
                                .as(GEOMETRIE))
                .where(col(GEOMETRIE).isNotNull());
    }

    private static Dataset<Row> reunies(Dataset<Row> membres) {
        return membres.where(col(GEOMETRIE).isNotNull())
                .groupBy(col(CODE_ZONE))
                .agg(FormesDeclarees.UNION
                        .apply(sort_array(collect_list(GEOMETRIE)))
                        .as(GEOMETRIE));
    }

    private static Dataset<Row> jugees(Dataset<Row> communes, double eclat) {
        Column dropped = col(PART).lt(eclat);
        // What lacks by the arithmetic of intersections alone is no sliver.
        Column whole = col(PART).gt(1 - 1e-6);
        Column rounded = col(PART).gt(1 - eclat).and(col(PART).leq(1 - 1e-6));
        Column cut = col(PART).between(eclat, 1 - eclat);
        return communes.withColumn(
                        Technical.REGLES,
                        regles(
                                broken("eclat_neglige", dropped),
                                broken("eclat_arrondi", rounded),
                                broken("commune_coupee", cut)))
                .withColumn(PART, when(whole.or(rounded), 1.0).otherwise(col(PART)));
    }
}

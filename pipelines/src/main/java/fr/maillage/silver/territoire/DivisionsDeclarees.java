package fr.maillage.silver.territoire;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.warehouse.Technical;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Divisions that a person brings.
 *
 * <p>The newest upload of a division and vintage replaces what former ones said of it. A commune without a share is whole
 * in its zone; of one whose shares go beyond 1 no line is trusted, as nobody can tell which is wrong.
 */
public final class DivisionsDeclarees {

    /** Names that are levels already. */
    private static final Stream<String> LEVELS = Stream.of("national", "region", "departement", "epci", "commune");

    private static final Object[] RESERVED = Stream.concat(
                    Stream.concat(LEVELS, Stream.of("region_2015", Niveaux.TERRITOIRE_DECLARE)),
                    CodeList.read("division").codes().stream())
            .toArray();
    private static final double BEYOND_ONE = 1 + 1e-6;
    private static final String NEWEST = "_newest";

    private DivisionsDeclarees() {}

    /** The same columns as {@link Zonages#of}, with libelle_zone and the rules each line breaks. */
    public static Dataset<Row> of(Dataset<Row> lignes) {
        Dataset<Row> lues = enVigueur(Depots.sansCorrigees(lignes)
                .select(
                        Saisie.code(col(DIVISION)).as(DIVISION),
                        Saisie.texte(col(CODE_ZONE)).as(CODE_ZONE),
                        Saisie.texte(col(LIBELLE_ZONE)).as(LIBELLE_ZONE),
                        lpad(upper(Saisie.texte(col(COMMUNE))), 5, "0").as(CODE_COMMUNE),
                        Saisie.entier(col(MILLESIME_TEXTE)).as(MILLESIME),
                        Saisie.texte(col(PART_TEXTE)).as(PART_TEXTE),
                        Saisie.nombre(col(PART_TEXTE)).as(PART),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG)));
        return jugees(lues)
                .select(
                        col(DIVISION),
                        col(CODE_ZONE),
                        col(LIBELLE_ZONE),
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        coalesce(col(PART), when(col(PART_TEXTE).isNull(), 1.0)).as(PART),
                        when(coalesce(col(PART), lit(1.0)).equalTo(1), "exact")
                                .otherwise("pondere")
                                .as(NATURE_PART),
                        lit("declaree").as(ORIGINE_DIVISION),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    private static Dataset<Row> enVigueur(Dataset<Row> lignes) {
        Column newest = max(Technical.RANG).over(Window.partitionBy(DIVISION, MILLESIME));
        return lignes.withColumn(NEWEST, newest)
                .where(col(Technical.RANG)
                        .equalTo(col(NEWEST))
                        .or(col(MILLESIME).isNull()))
                .drop(NEWEST);
    }

    private static Dataset<Row> jugees(Dataset<Row> lignes) {
        WindowSpec same = Window.partitionBy(DIVISION, CODE_ZONE, CODE_COMMUNE, MILLESIME);
        Column again = row_number()
                .over(same.orderBy(Technical.FICHIER, Technical.LIGNE))
                .gt(1);
        Column share = when(not(col("_again")), coalesce(col(PART), lit(1.0)));
        Column total = sum(share).over(Window.partitionBy(DIVISION, CODE_COMMUNE, MILLESIME));
        Column unreadable =
                col(PART_TEXTE).isNotNull().and(coalesce(not(col(PART).between(0, 1)), lit(true)));
        return lignes.withColumn("_again", again)
                .withColumn("_total", total)
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("doublon", col("_again")),
                                broken("part_illisible", unreadable),
                                broken(
                                        "division_reservee",
                                        col(DIVISION)
                                                .isin(RESERVED)
                                                .or(col(DIVISION).startsWith(Niveaux.HEXAGONE))),
                                broken(
                                        "parts_au_dela_de_un",
                                        not(col("_again")).and(col("_total").gt(BEYOND_ONE)))));
    }
}

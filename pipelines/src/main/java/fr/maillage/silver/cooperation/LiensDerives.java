package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Links that nobody declares: zones of intervention, and the seats of cooperations.
 *
 * <p>A cooperation that is a body of the registry has its seat where that is; another where its support member is. A legal
 * entity is where its published commune says, else where its first establishment is.
 */
final class LiensDerives {

    private static final String CORPS = "_corps";
    private static final String LIEU = "_lieu";

    private LiensDerives() {}

    static Dataset<Row> of(
            Dataset<Row> cooperations,
            Dataset<Row> membres,
            Dataset<Row> etablissements,
            Dataset<Row> entites,
            Dataset<Row> zones) {
        Dataset<Row> lieux = lieux(etablissements, entites);
        Dataset<Row> registre = cooperations
                .where(col(NUMERO_FINESS).isNotNull())
                .select(
                        col(CODE_COOPERATION),
                        col(NUMERO_FINESS).as(CORPS),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(SOURCE));
        Dataset<Row> supports = membres.where(col(ROLE).equalTo("support"))
                .select(
                        col(CODE_COOPERATION),
                        coalesce(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ)).as(CORPS),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(SOURCE))
                .where(col(CORPS).isNotNull());
        return sieges(registre, lieux, "registre")
                .unionByName(sieges(supports, lieux, "support"))
                .unionByName(zones(zones));
    }

    private static Dataset<Row> sieges(Dataset<Row> corps, Dataset<Row> lieux, String origine) {
        Column first = struct(col(CORPS), col(DATE_FIN));
        Dataset<Row> one = corps.join(lieux, CORPS)
                .groupBy(CODE_COOPERATION, CODE_COMMUNE, DATE_DEBUT)
                .agg(min_by(struct(MILLESIME, DATE_FIN, SOURCE), first).as(LIEU))
                .select(col(CODE_COOPERATION), col(CODE_COMMUNE), col(DATE_DEBUT), col(LIEU + ".*"));
        return lien(one, col(CODE_COOPERATION), LienTerritoire.SIEGE, col(DATE_DEBUT), col(DATE_FIN), origine);
    }

    private static Dataset<Row> zones(Dataset<Row> zones) {
        Column none = lit(null).cast("date");
        Dataset<Row> one = zones.groupBy(NUMERO_FINESS_EJ, CODE_COMMUNE)
                .agg(min(CONNU_DU).as(CONNU_DU), min(SOURCE).as(SOURCE))
                .withColumn(MILLESIME, year(col(CONNU_DU)).cast("bigint"));
        return lien(one, concat(lit("finess:"), col(NUMERO_FINESS_EJ)), "intervient_dans", none, none, "finess_plus");
    }

    private static Dataset<Row> lien(
            Dataset<Row> rows, Column acteur, String role, Column du, Column au, String origine) {
        return rows.select(
                acteur.as(CODE_ACTEUR),
                lit(role).as(ROLE_LIEN),
                lit("commune").as(NIVEAU),
                col(CODE_COMMUNE).as(CODE_TERRITOIRE),
                col(MILLESIME),
                du.as(DATE_DEBUT),
                au.as(DATE_FIN),
                lit(1.0).as(PART_LIEN),
                lit(origine).as(ORIGINE_LIEN),
                col(SOURCE),
                lit(null).cast("string").as(Technical.FICHIER),
                lit(null).cast("bigint").as(Technical.LIGNE),
                regles().as(Technical.REGLES));
    }

    /** The commune of every establishment and legal entity that is known. */
    private static Dataset<Row> lieux(Dataset<Row> etablissements, Dataset<Row> entites) {
        Dataset<Row> located = etablissements
                .where(col(CODE_COMMUNE).isNotNull().and(col(MILLESIME_COMMUNE).isNotNull()))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        col(CODE_COMMUNE),
                        col(MILLESIME_COMMUNE).as(MILLESIME));
        Dataset<Row> first = located.groupBy(NUMERO_FINESS_EJ)
                .agg(min_by(struct(CODE_COMMUNE, MILLESIME), col(NUMERO_FINESS_ET))
                        .as(LIEU));
        Column published = col(CODE_COMMUNE_PUBLIE).rlike("^([0-9]{2}|2[AB])[0-9]{3}$");
        Dataset<Row> bodies = entites.select(
                        col(NUMERO_FINESS_EJ),
                        when(
                                        published,
                                        struct(
                                                col(CODE_COMMUNE_PUBLIE).as(CODE_COMMUNE),
                                                year(col(CONNU_DU))
                                                        .cast("bigint")
                                                        .as(MILLESIME)))
                                .as("_publie"))
                .join(first, new String[] {NUMERO_FINESS_EJ}, "full")
                .withColumn(LIEU, coalesce(col("_publie"), col(LIEU)))
                .where(col(LIEU).isNotNull())
                .select(
                        col(NUMERO_FINESS_EJ).as(CORPS),
                        col(LIEU).getField(CODE_COMMUNE).as(CODE_COMMUNE),
                        col(LIEU).getField(MILLESIME).as(MILLESIME));
        return located.select(col(NUMERO_FINESS_ET).as(CORPS), col(CODE_COMMUNE), col(MILLESIME))
                .union(bodies);
    }
}

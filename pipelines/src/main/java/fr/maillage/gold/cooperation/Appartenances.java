package fr.maillage.gold.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which establishment is in which cooperation, and when.
 *
 * <p>An establishment belongs by itself, by its SIRET, or through the legal entity that manages it. It belongs while both
 * the membership and the cooperation last; an unknown start is taken as long past. A cooperation found in the registry
 * has no known member, but its own establishments tell where it stands.
 */
public final class Appartenances {

    /** True for a member, false for an establishment that a found cooperation runs itself. */
    public static final String MEMBRE = "_membre";

    public static final String DU = "_du";
    public static final String AU = "_au";

    private Appartenances() {}

    /** numero_finess_et, numero_finess_ej, code_categorie, code_commune, millesime, code_cooperation, forme_juridique, period. */
    public static Dataset<Row> of(
            Dataset<Row> etablissements, Dataset<Row> membres, Dataset<Row> cooperations, Dataset<Row> rapprochements) {
        Dataset<Row> places = etablissements.select(
                col(NUMERO_FINESS_ET),
                col(NUMERO_FINESS_EJ),
                col(SIRET),
                col(CODE_CATEGORIE),
                col(CODE_COMMUNE),
                col(MILLESIME_COMMUNE).as(MILLESIME));
        return membres(places, periodes(membres, cooperations))
                .unionByName(sieges(places, cooperations, rapprochements));
    }

    /** Memberships with the legal form of the cooperation and the days on which both last. */
    public static Dataset<Row> periodes(Dataset<Row> membres, Dataset<Row> cooperations) {
        Dataset<Row> lives = cooperations.select(
                col(CODE_COOPERATION),
                col(FORME_JURIDIQUE),
                col(DATE_DEBUT).as("_start"),
                col(DATE_FIN).as("_end"));
        return membres.join(lives, CODE_COOPERATION)
                .select(
                        col(CODE_COOPERATION),
                        col(CODE_ACTEUR),
                        col(RESOLUTION),
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        col(FORME_JURIDIQUE),
                        greatest(col(DATE_DEBUT), col("_start")).as(DU),
                        least(col(DATE_FIN), col("_end")).as(AU));
    }

    /** Whether a period holds a day, its ends included. */
    public static Column vivante(Column jour) {
        return coalesce(col(DU).leq(jour), lit(true)).and(coalesce(col(AU).geq(jour), lit(true)));
    }

    private static Dataset<Row> membres(Dataset<Row> places, Dataset<Row> periodes) {
        Dataset<Row> byNumber = periodes.where(col(NUMERO_FINESS_ET).isNotNull())
                .drop(NUMERO_FINESS_EJ)
                .join(places, NUMERO_FINESS_ET);
        Dataset<Row> bySiret = periodes.where(col(RESOLUTION)
                        .equalTo("siret")
                        .and(col(NUMERO_FINESS_ET).isNull()))
                .withColumn(SIRET, substring(col(CODE_ACTEUR), 7, 14))
                .drop(NUMERO_FINESS_ET, NUMERO_FINESS_EJ)
                .join(places, SIRET);
        Dataset<Row> byManager = periodes.where(col(RESOLUTION).isin("entite_juridique", "siren"))
                .drop(NUMERO_FINESS_ET)
                .join(places, NUMERO_FINESS_EJ);
        return columns(byNumber, true).union(columns(bySiret, true)).union(columns(byManager, true));
    }

    private static Dataset<Row> sieges(Dataset<Row> places, Dataset<Row> cooperations, Dataset<Row> rapprochements) {
        Dataset<Row> declaredToo =
                rapprochements.select(col(CODE_COOPERATION_DETECTEE).as(CODE_COOPERATION));
        Dataset<Row> found = cooperations
                .where(col(ORIGINE).equalTo("detectee"))
                .join(declaredToo, new String[] {CODE_COOPERATION}, "left_anti")
                .select(
                        col(CODE_COOPERATION),
                        col(FORME_JURIDIQUE),
                        col(NUMERO_FINESS),
                        col(DATE_DEBUT).as(DU),
                        col(DATE_FIN).as(AU));
        Dataset<Row> byNumber = found.join(places, col(NUMERO_FINESS).equalTo(col(NUMERO_FINESS_ET)));
        Dataset<Row> byManager = found.join(places, col(NUMERO_FINESS).equalTo(col(NUMERO_FINESS_EJ)));
        return columns(byNumber, false).union(columns(byManager, false));
    }

    private static Dataset<Row> columns(Dataset<Row> rows, boolean member) {
        return rows.select(
                col(NUMERO_FINESS_ET),
                col(NUMERO_FINESS_EJ),
                col(CODE_CATEGORIE),
                col(CODE_COMMUNE),
                col(MILLESIME),
                col(CODE_COOPERATION),
                col(FORME_JURIDIQUE),
                col(DU),
                col(AU),
                lit(member).as(MEMBRE));
    }
}

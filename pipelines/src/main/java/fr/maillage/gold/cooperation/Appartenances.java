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

    private static final String NUMBER = "_number";
    private static final String ETABLISSEMENT = "et:";
    private static final String ENTITE = "ej:";
    private static final String SIRETS = "siret:";

    private Appartenances() {}

    /** One row per establishment, cooperation and period, with the category and the commune of the establishment. */
    public static Dataset<Row> of(
            Dataset<Row> etablissements,
            Dataset<Row> periodes,
            Dataset<Row> cooperations,
            Dataset<Row> rapprochements) {
        Column numbers = array(
                concat(lit(ETABLISSEMENT), col(NUMERO_FINESS_ET)),
                concat(lit(ENTITE), col(NUMERO_FINESS_EJ)),
                concat(lit(SIRETS), col(SIRET)));
        Dataset<Row> places = etablissements.select(
                explode(array_compact(numbers)).as(NUMBER),
                col(NUMERO_FINESS_ET),
                col(NUMERO_FINESS_EJ),
                col(CODE_CATEGORIE),
                col(CODE_COMMUNE),
                col(MILLESIME_COMMUNE).as(MILLESIME));
        return places.join(broadcast(membres(periodes).union(sieges(cooperations, rapprochements))), NUMBER)
                .drop(NUMBER);
    }

    /** The communes, as published, that establishments stand in. */
    public static Dataset<Row> lieux(Dataset<Row> etablissements) {
        return etablissements.select(col(CODE_COMMUNE), col(MILLESIME_COMMUNE).as(MILLESIME));
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

    private static Dataset<Row> membres(Dataset<Row> periodes) {
        Column number = when(col(NUMERO_FINESS_ET).isNotNull(), concat(lit(ETABLISSEMENT), col(NUMERO_FINESS_ET)))
                .when(col(RESOLUTION).equalTo("siret"), col(CODE_ACTEUR))
                .when(col(RESOLUTION).isin("entite_juridique", "siren"), concat(lit(ENTITE), col(NUMERO_FINESS_EJ)));
        return numbered(periodes.withColumn(NUMBER, number), true);
    }

    private static Dataset<Row> sieges(Dataset<Row> cooperations, Dataset<Row> rapprochements) {
        Dataset<Row> declaredToo =
                rapprochements.select(col(CODE_COOPERATION_DETECTEE).as(CODE_COOPERATION));
        Column numbers = array(concat(lit(ETABLISSEMENT), col(NUMERO_FINESS)), concat(lit(ENTITE), col(NUMERO_FINESS)));
        Dataset<Row> found = cooperations
                .where(col(ORIGINE).equalTo("detectee"))
                .join(declaredToo, new String[] {CODE_COOPERATION}, "left_anti")
                .withColumn(NUMBER, explode(numbers))
                .withColumn(DU, col(DATE_DEBUT))
                .withColumn(AU, col(DATE_FIN));
        return numbered(found, false);
    }

    private static Dataset<Row> numbered(Dataset<Row> rows, boolean member) {
        return rows.select(
                col(NUMBER),
                col(CODE_COOPERATION),
                col(FORME_JURIDIQUE),
                col(DU),
                col(AU),
                lit(member).as(MEMBRE));
    }
}

package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Members that FINESS+ publishes of its groupings.
 *
 * <p>It does not say since when; the release that tells a member is the first day on which it is known to be one.
 */
final class MembresDetectes {

    private MembresDetectes() {}

    /** @param cooperations those that count: members of one that a person says is none are set aside */
    static Dataset<Row> of(
            Dataset<Row> groupements, Dataset<Row> membres, Dataset<Row> etablissements, Dataset<Row> cooperations) {
        Dataset<Row> comptees = cooperations.select(col(CODE_COOPERATION).as("_comptee"));
        Dataset<Row> codes = groupements.select(
                col(IDENTIFIANT_GROUPEMENT), GroupementsDetectes.code().as(CODE_COOPERATION));
        Dataset<Row> gestionnaires = etablissements.select(
                col(NUMERO_FINESS_ET).as("_et"), col(NUMERO_FINESS_EJ).as("_ej"));
        Column site = col(TYPE_OBJET).equalTo("EG");
        return membres.where(col(NUMERO_FINESS).isNotNull())
                .join(codes, IDENTIFIANT_GROUPEMENT)
                .join(gestionnaires, site.and(col(NUMERO_FINESS).equalTo(col("_et"))), "left")
                .join(comptees, col(CODE_COOPERATION).equalTo(col("_comptee")), "left")
                .select(
                        col(CODE_COOPERATION),
                        concat(lit("finess:"), col(NUMERO_FINESS)).as(CODE_ACTEUR),
                        when(col(CODE_ROLE).equalTo("S"), "support")
                                .otherwise("membre")
                                .as(ROLE),
                        col(CONNU_DU).as(DATE_DEBUT),
                        lit(null).cast("date").as(DATE_FIN),
                        when(site, col(NUMERO_FINESS)).as(NUMERO_FINESS_ET),
                        coalesce(when(site, col("_ej")), when(site.equalTo(false), col(NUMERO_FINESS)))
                                .as(NUMERO_FINESS_EJ),
                        when(site, "etablissement")
                                .otherwise("entite_juridique")
                                .as(RESOLUTION),
                        col(SOURCE),
                        col(CONNU_DU),
                        lit(null).cast("string").as(Technical.FICHIER),
                        lit(null).cast("bigint").as(Technical.LIGNE),
                        regles(
                                        broken(
                                                "cooperation_absente",
                                                col("_comptee").isNull()),
                                        broken("date_de_parution", lit(true)))
                                .as(Technical.REGLES))
                .dropDuplicates(CODE_COOPERATION, CODE_ACTEUR, DATE_DEBUT);
    }
}

package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.gold.Perimetre;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many members a cooperation has on the day, and how many of them are medico-social. */
final class MembresDuJour {

    private static final String NUMERO_ESMS = "_esms";

    private MembresDuJour() {}

    /** The FINESS numbers of medico-social establishments and of the entities that manage them. */
    static Dataset<Row> esms(Dataset<Row> etablissements, Dataset<Row> categories, Perimetre perimetre) {
        Dataset<Row> kept = etablissements.join(
                broadcast(categories.where(perimetre.esms()).select(CODE_CATEGORIE)), CODE_CATEGORIE);
        return kept.select(explode(array(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ)))
                        .as(NUMERO_ESMS))
                .distinct();
    }

    static Dataset<Row> of(Dataset<Row> membres, Dataset<Row> esms, Dataset<Row> jour) {
        Column number = coalesce(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ));
        Column medicoSocial = col(NUMERO_ESMS).isNotNull();
        return membres.crossJoin(broadcast(jour))
                .where(Jour.enVigueur())
                .join(esms, number.equalTo(col(NUMERO_ESMS)), "left")
                .groupBy(CODE_COOPERATION)
                .agg(
                        count_distinct(col(CODE_ACTEUR)).as(NB_MEMBRES_DU_JOUR),
                        count_distinct(when(medicoSocial, col(CODE_ACTEUR))).as(NB_MEMBRES_MEDICO_SOCIAUX),
                        count_distinct(when(col(RESOLUTION).equalTo("hors_registre"), col(CODE_ACTEUR)))
                                .as(NB_MEMBRES_HORS_REGISTRE));
    }
}

package fr.maillage.gold.evaluation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The answers that the questions of the frameworks of assessment may have, and their scores. */
public final class ReferentielReponse implements Transformation {

    @Override
    public TableContract target() {
        return Gold.REFERENTIEL_REPONSE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.CATEGORIE));
    }

    /** The frameworks do not depend on the nomenclature, which is only a table to stand on. */
    static Dataset<Row> apply(Dataset<Row> surface) {
        return LignesReferentiel.lignes(surface, "reponse")
                .select(
                        col(CODE_ECHELLE),
                        col(CODE_REPONSE),
                        col(LignesReferentiel.LIBELLE).as(LIBELLE_REPONSE),
                        col(LignesReferentiel.LIBELLE_EN).as(LIBELLE_REPONSE_EN),
                        col("score").try_cast("double").as(SCORE_REPONSE),
                        col(EST_NON_CONCERNE).equalTo("true").as(EST_NON_CONCERNE),
                        LignesReferentiel.estMaison("provenance").as(EST_MAISON),
                        when(col("score").isNotNull(), LignesReferentiel.estMaison("provenance_score"))
                                .as(EST_SCORE_MAISON),
                        col(DOCUMENT),
                        LignesReferentiel.nombre(LIGNE_DEBUT),
                        LignesReferentiel.nombre(LIGNE_FIN));
    }
}

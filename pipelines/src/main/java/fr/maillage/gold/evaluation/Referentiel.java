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

/** The frameworks of assessment, with what is printed of them and what is ours. */
public final class Referentiel implements Transformation {

    @Override
    public TableContract target() {
        return Gold.REFERENTIEL;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.CATEGORIE));
    }

    /** The frameworks do not depend on the nomenclature, which is only a table to stand on. */
    static Dataset<Row> apply(Dataset<Row> surface) {
        Dataset<Row> questions = ReferentielQuestion.apply(surface)
                .groupBy(CODE_REFERENTIEL)
                .agg(
                        count_distinct(col(CODE_AXE)).as(NB_AXES),
                        count(lit(1)).as(NB_QUESTIONS),
                        count_if(col(EST_MAISON)).as(NB_QUESTIONS_MAISON));
        return LignesReferentiel.lignes(surface, "referentiel")
                .join(questions, new String[] {CODE_REFERENTIEL}, "left")
                .select(
                        col(CODE_REFERENTIEL),
                        col(LignesReferentiel.LIBELLE).as(LIBELLE_REFERENTIEL),
                        col(LignesReferentiel.LIBELLE_EN).as(LIBELLE_REFERENTIEL_EN),
                        col(CONSIGNE),
                        col(CONSIGNE_EN),
                        col(LIMITE),
                        col(LIMITE_EN),
                        coalesce(col(NB_AXES), lit(0L)).as(NB_AXES),
                        coalesce(col(NB_QUESTIONS), lit(0L)).as(NB_QUESTIONS),
                        coalesce(col(NB_QUESTIONS_MAISON), lit(0L)).as(NB_QUESTIONS_MAISON),
                        LignesReferentiel.estMaison("provenance").as(EST_MAISON),
                        col(DOCUMENT),
                        LignesReferentiel.nombre(LIGNE_DEBUT),
                        LignesReferentiel.nombre(LIGNE_FIN));
    }
}

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

/** The questions of the frameworks of assessment, each with its axis, its words and where they come from. */
public final class ReferentielQuestion implements Transformation {

    @Override
    public TableContract target() {
        return Gold.REFERENTIEL_QUESTION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.CATEGORIE));
    }

    /** The frameworks do not depend on the nomenclature, which is only a table to stand on. */
    static Dataset<Row> apply(Dataset<Row> surface) {
        Dataset<Row> axes = LignesReferentiel.lignes(surface, "axe")
                .select(
                        col(CODE_REFERENTIEL),
                        col(CODE_AXE),
                        LignesReferentiel.nombre(RANG_AXE),
                        col(LignesReferentiel.LIBELLE).as(LIBELLE_AXE),
                        col(LignesReferentiel.LIBELLE_EN).as(LIBELLE_AXE_EN));
        Dataset<Row> notees = LignesReferentiel.lignes(surface, "reponse")
                .where(col("score").isNotNull())
                .select(col(CODE_ECHELLE), lit(1.0).as(POIDS_QUESTION))
                .distinct();
        return LignesReferentiel.lignes(surface, "item")
                .join(broadcast(axes), new String[] {CODE_REFERENTIEL, CODE_AXE})
                .join(broadcast(notees), new String[] {CODE_ECHELLE}, "left")
                .select(
                        col(CODE_REFERENTIEL),
                        col(CODE_ITEM),
                        col(CODE_AXE),
                        col(RANG_AXE),
                        col(LIBELLE_AXE),
                        col(LIBELLE_AXE_EN),
                        LignesReferentiel.nombre(RANG_ITEM),
                        col(LignesReferentiel.LIBELLE).as(LIBELLE_QUESTION),
                        col(LignesReferentiel.LIBELLE_EN).as(LIBELLE_QUESTION_EN),
                        col(CODE_ECHELLE),
                        col(OBJET_ITEM),
                        col(POIDS_QUESTION),
                        LignesReferentiel.estMaison("provenance").as(EST_MAISON),
                        col(DOCUMENT),
                        LignesReferentiel.nombre(LIGNE_DEBUT),
                        LignesReferentiel.nombre(LIGNE_FIN));
    }
}

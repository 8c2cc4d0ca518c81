package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Strong and weak points of partners, opportunities and risks: declared, or read in the registry by rule. */
public final class PositionnementCooperation implements Transformation {

    private static final String[] QUADRANTS = {"point_fort", "point_faible", "opportunite", "risque"};
    private static final String POINT_LU = "_point";

    @Override
    public TableContract target() {
        return Gold.POSITIONNEMENT_COOPERATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.COOPERATION_MEMBRE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> faits = tables.read(Silver.FAIT_COOPERATION);
        Dataset<Row> membres = tables.read(Silver.COOPERATION_MEMBRE);
        Dataset<Row> jour = Jour.of(tables.read(Silver.COOPERATION), tables.value(Parametres.ETAT));
        return apply(faits, membres.crossJoin(broadcast(jour)).where(Jour.enVigueur()), tables.read(Gold.GESTIONNAIRE));
    }

    static Dataset<Row> apply(Dataset<Row> faits, Dataset<Row> membres, Dataset<Row> gestionnaires) {
        Dataset<Row> partners = membres.where(col(NUMERO_FINESS_EJ).isNotNull())
                .join(gestionnaires, NUMERO_FINESS_EJ)
                .dropDuplicates(CODE_COOPERATION, NUMERO_FINESS_EJ);
        Dataset<Row> together = partners.groupBy(CODE_COOPERATION)
                .agg(
                        sum(NB_ETABLISSEMENTS).as(NB_ETABLISSEMENTS),
                        max(NB_DEPARTEMENTS).as(NB_DEPARTEMENTS))
                .withColumn(CODE_ACTEUR, lit(null).cast("string"));
        return declares(faits)
                .unionByName(derives(
                        partners,
                        point("mono_etablissement", col(EST_MONO_ETABLISSEMENT), col(NB_ETABLISSEMENTS)),
                        point("mono_activite", col(EST_MONO_ACTIVITE), col(NB_CATEGORIES)),
                        point("plusieurs_etablissements", col(NB_ETABLISSEMENTS).gt(1), col(NB_ETABLISSEMENTS)),
                        point("plusieurs_activites", not(col(EST_MONO_ACTIVITE)), col(NB_CATEGORIES))))
                .unionByName(derives(
                        together,
                        point("taille_atteinte", col(NB_ETABLISSEMENTS).gt(1), col(NB_ETABLISSEMENTS)),
                        point("etendue", col(NB_DEPARTEMENTS).gt(1), col(NB_DEPARTEMENTS))));
    }

    private static Dataset<Row> declares(Dataset<Row> faits) {
        return faits.where(col(RUBRIQUE).isin((Object[]) QUADRANTS))
                .select(
                        col(CODE_COOPERATION),
                        col(CODE_ACTEUR),
                        col(ACTEUR_NOMME),
                        col(RUBRIQUE).as(QUADRANT),
                        col(TEXTE_FAIT).as(POINT),
                        lit(null).cast("double").as(MESURE_POINT),
                        lit("declare").as(ORIGINE_POINT),
                        col(SOURCE_FAIT));
    }

    private static Dataset<Row> derives(Dataset<Row> rows, Column... points) {
        return rows.withColumn(POINT_LU, explode(array_compact(array(points))))
                .select(
                        col(CODE_COOPERATION),
                        col(CODE_ACTEUR),
                        lit(null).cast("string").as(ACTEUR_NOMME),
                        col(POINT_LU + "." + QUADRANT),
                        col(POINT_LU + "." + POINT),
                        col(POINT_LU + "." + MESURE_POINT),
                        lit("registre").as(ORIGINE_POINT),
                        col(POINT_LU + "." + SOURCE_FAIT));
    }

    private static Column point(String code, Column holds, Column measure) {
        Map<String, String> rule =
                CodeList.read("point_positionnement").find(code).orElseThrow();
        return when(
                holds,
                struct(
                        lit(rule.get("quadrant")).as(QUADRANT),
                        lit(rule.get("libelle")).as(POINT),
                        measure.cast("double").as(MESURE_POINT),
                        lit(rule.get("source")).as(SOURCE_FAIT)));
    }
}

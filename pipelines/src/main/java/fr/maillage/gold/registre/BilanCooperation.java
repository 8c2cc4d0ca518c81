package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.gold.Perimetre;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One line on every cooperation: in the guide's scope or why not, maturity, money, gains. */
public final class BilanCooperation implements Transformation {

    @Override
    public TableContract target() {
        return Gold.BILAN_COOPERATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.COOPERATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> faits = tables.read(Silver.FAIT_COOPERATION);
        Dataset<Row> jour = Jour.of(cooperations, tables.value(Parametres.ETAT));
        Dataset<Row> membres = MembresDuJour.of(
                tables.read(Silver.COOPERATION_MEMBRE),
                MembresDuJour.esms(
                        tables.read(Silver.ETABLISSEMENT), tables.read(Silver.CATEGORIE), Perimetre.of(tables)),
                jour);
        return apply(cooperations, faits, membres, jour);
    }

    static Dataset<Row> apply(Dataset<Row> cooperations, Dataset<Row> faits, Dataset<Row> membres, Dataset<Row> jour) {
        String[] key = {CODE_COOPERATION};
        return cooperations
                .crossJoin(broadcast(jour))
                .join(Comptabilite.parCooperation(faits, jour), key, "left")
                .join(Comptabilite.moisSansFinancement(cooperations, faits, jour), key, "left")
                .join(membres, key, "left")
                .withColumn(FORME_JURIDIQUE, coalesce(col(Portrait.FORME), col(FORME_JURIDIQUE)))
                .withColumn(NB_MEMBRES_MEDICO_SOCIAUX, medicoSociaux())
                .withColumn(MOTIF_CHAMP, motif())
                .select(
                        col(CODE_COOPERATION),
                        col(NOM),
                        col(ORIGINE),
                        col(FORME_JURIDIQUE),
                        when(
                                        col(MOTIF_CHAMP).notEqual("membres_inconnus"),
                                        col(MOTIF_CHAMP).equalTo("retenue"))
                                .as(EST_DANS_LE_CHAMP),
                        col(MOTIF_CHAMP),
                        vivante().as(EST_VIVANTE),
                        col(MATURITE),
                        col(MOIS_MATURITE),
                        col(CATEGORIE_PRINCIPALE),
                        coalesce(col(CATEGORIES_SECONDAIRES), array().cast("array<string>"))
                                .as(CATEGORIES_SECONDAIRES),
                        col(MOIS_JUSQU_A_L_ACTE),
                        col(NB_MEMBRES_DU_JOUR),
                        col(NB_MEMBRES_ANNONCE),
                        col(NB_MEMBRES_MEDICO_SOCIAUX),
                        col(NB_ETP),
                        col(BUDGET_ANNUEL),
                        col(FINANCEMENT_OBTENU),
                        col(FINANCEMENT_REFUSE),
                        col(MOIS_SANS_FINANCEMENT),
                        col(COUT_TRANSITION),
                        col(COUT_STRUCTUREL),
                        col(NB_GAINS_MESURES),
                        col(NB_GAINS_QUALITATIFS),
                        col(NB_GAINS_PREVUS),
                        col(NB_ENGAGEMENTS),
                        col(NB_ENGAGEMENTS_TENUS));
    }

    /** Members the registry knows to be, or else members or fields that facts tell to be. */
    private static Column medicoSociaux() {
        return greatest(col(NB_MEMBRES_MEDICO_SOCIAUX), col(Comptabilite.CHAMPS_MEDICO_SOCIAUX));
    }

    /** The rule F-24 of the guide (L5441-5455); a group for social and medico-social cooperation is so by law. */
    private static Column motif() {
        Column acte = Cotes.acte(col(FORME_JURIDIQUE));
        Column byLaw = col(FORME_JURIDIQUE).isin("gcsms", "gtsms");
        return when(acte.equalTo("aucun"), "sans_acte_juridique")
                .when(col(MATURITE).equalTo("reflexion"), "acte_non_signe")
                .when(byLaw.or(col(NB_MEMBRES_MEDICO_SOCIAUX).gt(0)), "retenue")
                .when(
                        col(NB_MEMBRES_MEDICO_SOCIAUX)
                                .isNull()
                                .or(coalesce(col(NB_MEMBRES_HORS_REGISTRE), lit(0))
                                        .gt(0)),
                        "membres_inconnus")
                .otherwise("sans_structure_medico_sociale");
    }

    private static Column vivante() {
        Column dates = coalesce(col(DATE_DEBUT).leq(col(JOUR_NOTATION)), lit(true))
                .and(coalesce(col(DATE_FIN).geq(col(JOUR_NOTATION)), lit(true)));
        return dates.and(coalesce(not(col(MATURITE).isin("reflexion", "terminee")), lit(true)));
    }
}

package fr.maillage.silver.sae;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.sae.Bordereau.entier;
import static fr.maillage.silver.sae.Bordereau.nombre;
import static fr.maillage.silver.sae.Bordereau.ouiNon;
import static fr.maillage.silver.sae.Bordereau.parSite;
import static fr.maillage.silver.sae.Bordereau.texte;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What hospital sites declare to the survey SAE, one questionnaire beside the other. */
public final class Hopital implements Transformation {

    private static final String[] CLE = {NUMERO_FINESS_ET, ANNEE};
    private static final String IDENTIFIE = "_identifie";
    private static final String STATUT_CONNU = "_statut_connu";

    @Override
    public TableContract target() {
        return Silver.HOPITAL;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                identites(tables.read(Bronze.SAE_ID)),
                List.of(
                        urgences(tables.read(Bronze.SAE_URGENCES)),
                        domicile(tables.read(Bronze.SAE_HAD)),
                        longueDuree(tables.read(Bronze.SAE_USLD)),
                        parSite(tables.read(Bronze.SAE_MCO), entier(LIT_MCO).as(NB_LITS_MCO)),
                        suite(tables.read(Bronze.SAE_SSR)),
                        secteurs(tables.read(Bronze.SAE_PSY), "GEN", NB_SECTEURS_GENERAUX),
                        secteurs(tables.read(Bronze.SAE_PSY), "INF", NB_SECTEURS_INFANTO_JUVENILES),
                        psychiatrie(tables.read(Bronze.SAE_PSY))),
                tables.read(Silver.STATUT_JURIDIQUE));
    }

    static Dataset<Row> apply(Dataset<Row> identites, List<Dataset<Row>> activites, Dataset<Row> statuts) {
        Dataset<Row> sites = identites;
        for (Dataset<Row> activite : activites) {
            sites = sites.join(activite, CLE, "full");
        }
        Dataset<Row> connus =
                statuts.select(col(CODE_STATUT_JURIDIQUE), lit(true).as(STATUT_CONNU));
        Column horsNomenclature =
                col(CODE_STATUT_JURIDIQUE).isNotNull().and(col(STATUT_CONNU).isNull());
        return sites.join(broadcast(connus), new String[] {CODE_STATUT_JURIDIQUE}, "left")
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("identite_absente", col(IDENTIFIE).isNull()),
                                broken("statut_juridique_inconnu", horsNomenclature)))
                .drop(IDENTIFIE, STATUT_CONNU);
    }

    private static Dataset<Row> identites(Dataset<Row> lignes) {
        return parSite(
                lignes,
                texte(FI_EJ).as(NUMERO_FINESS_EJ),
                texte(RS).as(NOM),
                texte(STJ).as(CODE_STATUT_JURIDIQUE),
                texte(CAT).as(CODE_CATEGORIE),
                texte(COMINSEE).as(CODE_COMMUNE_DECLAREE),
                lit(true).as(IDENTIFIE));
    }

    private static Dataset<Row> urgences(Dataset<Row> lignes) {
        return parSite(
                lignes,
                ouiNon(AUTSU).as(EST_AUTORISE_URGENCES),
                ouiNon(AUTGEN).as(EST_URGENCES_GENERALES),
                ouiNon(AUTPED).as(EST_URGENCES_PEDIATRIQUES));
    }

    private static Dataset<Row> domicile(Dataset<Row> lignes) {
        return parSite(
                lignes,
                entier(PLATOT).as(NB_PLACES_HAD),
                entier(SEJ_HAD).as(NB_SEJOURS_HAD),
                entier(JOU_HAD).as(NB_JOURNEES_HAD));
    }

    private static Dataset<Row> longueDuree(Dataset<Row> lignes) {
        return parSite(lignes, entier(LIT).as(NB_LITS_LONGUE_DUREE), entier(JOU).as(NB_JOURNEES_LONGUE_DUREE));
    }

    private static Dataset<Row> suite(Dataset<Row> lignes) {
        return parSite(lignes.where(texte(GDE).equalTo("SSR_TOT")), entier(LIT).as(NB_LITS_SSR));
    }

    private static Dataset<Row> secteurs(Dataset<Row> lignes, String discipline, String column) {
        return parSite(
                lignes.where(texte(DIS).equalTo(discipline)), entier(NB_SECT).as(column));
    }

    private static Dataset<Row> psychiatrie(Dataset<Row> lignes) {
        return parSite(
                lignes.where(texte(DIS).equalTo("TOT")),
                entier(CAP_HTP).as(NB_LITS_PSYCHIATRIE),
                entier(CAP_HDJ).as(NB_PLACES_JOUR_PSYCHIATRIE),
                coalesce(nombre(ETPSAL_PKT), nombre(ETP_PKT)).as(ETP_PSYCHIATRES),
                coalesce(nombre(ETPSAL_MED), nombre(ETP_MED)).as(ETP_AUTRES_MEDECINS_PSYCHIATRIE),
                coalesce(nombre(ETPSAL_PNM), nombre(ETP_PNM)).as(ETP_NON_MEDICAL_PSYCHIATRIE),
                nombre(ETP_INF).as(ETP_INFIRMIERS_PSYCHIATRIE));
    }
}

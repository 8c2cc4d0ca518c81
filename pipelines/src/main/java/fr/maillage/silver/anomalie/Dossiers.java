package fr.maillage.silver.anomalie;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Tables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Everything the rules on establishments look at: what the register says of one, of its manager, its position and its
 * equipment, and how many others share its SIRET or its name and address.
 */
public final class Dossiers {

    static final String OUVERT = "est_ouvert";
    static final String SIREN_GESTIONNAIRE = "siren_gestionnaire";
    static final String STATUT_GESTIONNAIRE = "statut_gestionnaire";
    static final String FERMETURE_GESTIONNAIRE = "fermeture_gestionnaire";
    static final String GESTIONNAIRE_FERME = "gestionnaire_ferme";
    static final String GESTIONNAIRE_CONNU_PAR = "gestionnaire_connu_par";
    static final String PRINCIPAL_CONNU = "principal_connu";
    static final String CATEGORIE_CONNUE = "categorie_connue";
    static final String NOMENCLATURE_CHARGEE = "nomenclature_chargee";
    static final String CONTOURS_CHARGES = "contours_charges";
    static final String NB_MEME_SIRET = "nb_meme_siret";
    static final String NB_MEME_ADRESSE = "nb_meme_adresse";
    static final String NB_EQUIPEMENTS = "nb_equipements";
    static final String AGES_HORS_BORNES = "ages_hors_bornes";
    static final String AGES_INVERSES = "ages_inverses";
    static final String MEDIANE_CAPACITE = "mediane_capacite";
    static final String ECART_CAPACITE = "ecart_capacite";

    private static final List<String> LIEU = List.of(
            CODE_COMMUNE,
            CODE_COMMUNE_POSITION,
            CODE_COMMUNE_ADRESSE,
            ACCORD,
            INTERPRETATION,
            RAISON_POSITION,
            LONGITUDE,
            LATITUDE,
            ECART_PAIRES_M,
            CODE_COMMUNE_BAN,
            CONTREDITS_POSITION);

    private Dossiers() {}

    static Dataset<Row> of(Tables tables, Seuils seuils) {
        Dataset<Row> versions =
                Etat.of(tables.read(Silver.ETABLISSEMENT_VERSION), tables).withColumn(OUVERT, ouvert());
        Dataset<Row> capacites =
                Capacites.of(tables.read(Silver.PLACE).groupBy(NUMERO_FINESS_ET, CODE_CATEGORIE), seuils.effectifMin());
        return versions.join(lieux(tables.read(Silver.LOCALISATION)), new String[] {NUMERO_FINESS_ET}, "left")
                .join(gestionnaires(tables.read(Silver.ENTITE_JURIDIQUE)), new String[] {NUMERO_FINESS_EJ}, "left")
                .join(principaux(versions), new String[] {NUMERO_FINESS_PRINCIPAL}, "left")
                .join(shared(versions, NB_MEME_SIRET, SIRET), new String[] {SIRET}, "left")
                .join(
                        shared(versions, NB_MEME_ADRESSE, NOM, ADRESSE, CODE_POSTAL, CODE_CATEGORIE),
                        new String[] {NOM, ADRESSE, CODE_POSTAL, CODE_CATEGORIE},
                        "left")
                .join(
                        equipements(tables.read(Silver.EQUIPEMENT_SOCIAL), seuils.ageMax()),
                        new String[] {NUMERO_FINESS_ET},
                        "left")
                .join(capacites, new String[] {NUMERO_FINESS_ET}, "left")
                .join(broadcast(categories(tables.read(Silver.CATEGORIE))), new String[] {CODE_CATEGORIE}, "left")
                .crossJoin(broadcast(
                        tables.read(Silver.CATEGORIE).agg(count(lit(1)).gt(0).as(NOMENCLATURE_CHARGEE))))
                // Without contours no position is in a commune, and none is wrong for it.
                .crossJoin(broadcast(tables.read(Silver.LOCALISATION)
                        .agg(count(col(CODE_COMMUNE_POSITION)).gt(0).as(CONTOURS_CHARGES))));
    }

    /** Open on the day of the release that tells of it. */
    public static Column ouvert() {
        return coalesce(col(DATE_FERMETURE).gt(col(CONNU_DU)), lit(true))
                .and(coalesce(col(DATE_OUVERTURE).leq(col(CONNU_DU)), lit(true)))
                .and(actif());
    }

    /** Inactive without a day on which it closed is closed. */
    static Column actif() {
        return col(DATE_FERMETURE).isNotNull().or(coalesce(col(ETAT_OBJET).notEqual("I"), lit(true)));
    }

    private static Dataset<Row> lieux(Dataset<Row> localisations) {
        return localisations.select(NUMERO_FINESS_ET, LIEU.toArray(String[]::new));
    }

    private static Dataset<Row> gestionnaires(Dataset<Row> entites) {
        return entites.select(
                col(NUMERO_FINESS_EJ),
                col(SIREN).as(SIREN_GESTIONNAIRE),
                col(CODE_STATUT_JURIDIQUE).as(STATUT_GESTIONNAIRE),
                col(DATE_FERMETURE).as(FERMETURE_GESTIONNAIRE),
                not(coalesce(col(DATE_FERMETURE).gt(col(CONNU_DU)), lit(true)).and(actif()))
                        .as(GESTIONNAIRE_FERME),
                col(CONNUE_PAR).as(GESTIONNAIRE_CONNU_PAR));
    }

    private static Dataset<Row> principaux(Dataset<Row> versions) {
        return versions.select(
                col(NUMERO_FINESS_ET).as(NUMERO_FINESS_PRINCIPAL), lit(true).as(PRINCIPAL_CONNU));
    }

    /** How many open establishments have these values, where more than one has. */
    private static Dataset<Row> shared(Dataset<Row> versions, String number, String... columns) {
        Column known = lit(true);
        Column[] keys = new Column[columns.length];
        for (int i = 0; i < columns.length; i++) {
            keys[i] = col(columns[i]);
            known = known.and(keys[i].isNotNull());
        }
        return versions.where(col(OUVERT).and(known))
                .groupBy(keys)
                .agg(count(lit(1)).as(number))
                .where(col(number).gt(1));
    }

    private static Dataset<Row> equipements(Dataset<Row> equipements, long ageMax) {
        Column supprime =
                coalesce(col(EST_SUPPRIME_INSTALLE), lit(false)).and(coalesce(col(EST_SUPPRIME_AUTORISE), lit(false)));
        Column ages = array(col(AGE_MIN_INSTALLE), col(AGE_MAX_INSTALLE), col(AGE_MIN_AUTORISE), col(AGE_MAX_AUTORISE));
        Column wrong = filter(ages, age -> age.lt(0).or(age.gt(ageMax)));
        Column inverted = filter(
                array(
                        when(
                                col(AGE_MIN_INSTALLE).gt(col(AGE_MAX_INSTALLE)),
                                concat_ws("-", col(AGE_MIN_INSTALLE), col(AGE_MAX_INSTALLE))),
                        when(
                                col(AGE_MIN_AUTORISE).gt(col(AGE_MAX_AUTORISE)),
                                concat_ws("-", col(AGE_MIN_AUTORISE), col(AGE_MAX_AUTORISE)))),
                Column::isNotNull);
        return equipements
                .where(not(supprime))
                .groupBy(NUMERO_FINESS_ET)
                .agg(
                        count(lit(1)).as(NB_EQUIPEMENTS),
                        joined(wrong.cast("array<string>")).as(AGES_HORS_BORNES),
                        joined(inverted).as(AGES_INVERSES));
    }

    private static Column joined(Column texts) {
        return nullif(array_join(array_sort(array_distinct(flatten(collect_list(texts)))), " "), lit(""));
    }

    private static Dataset<Row> categories(Dataset<Row> categories) {
        return categories.select(col(CODE_CATEGORIE), lit(true).as(CATEGORIE_CONNUE));
    }
}

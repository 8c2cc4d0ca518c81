package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.entier;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.oui;
import static fr.maillage.silver.finess.Textes.sansDate;
import static fr.maillage.silver.finess.Textes.sansNombre;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Social equipment of the etalab files and of the XML flow: a line or element equipementsocial. */
public final class EquipementsSociaux {

    /** All tell the same. */
    public static final List<Systeme> SYSTEMES = Systeme.all(values().keySet());

    private EquipementsSociaux() {}

    /** One row per line, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> equipements) {
        return Textes.nettoyees(equipements, Bronze.FINESS_EQUIPEMENTSOCIAL)
                .select(Description.columns(Silver.EQUIPEMENT_SOCIAL_VERSION, values()));
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(CODE_DISCIPLINE, col(DE)),
                Map.entry(CODE_TYPE_ACTIVITE, col(TA)),
                Map.entry(CODE_CLIENTELE, col(CLIENT)),
                Map.entry(SOURCE_INFORMATION, col(SOURCEINFO)),
                Map.entry(NB_PLACES_INSTALLEES, entier(CAPINSTOT)),
                Map.entry(NB_PLACES_INSTALLEES_HOMMES, entier(CAPINSTM)),
                Map.entry(NB_PLACES_INSTALLEES_FEMMES, entier(CAPINSTF)),
                Map.entry(NB_PLACES_HABILITEES_INSTALLEES, entier(CAPINSTHAB)),
                Map.entry(AGE_MIN_INSTALLE, entier(AGEMINIINST)),
                Map.entry(AGE_MAX_INSTALLE, entier(AGEMAXIINST)),
                Map.entry(EST_SUPPRIME_INSTALLE, oui(INDSUPINST)),
                Map.entry(DATE_DERNIERE_INSTALLATION, jour(DATEDERINST)),
                Map.entry(DATE_PREMIERE_AUTORISATION, jour(DATEPREMAUTOR)),
                Map.entry(NB_PLACES_AUTORISEES, entier(CAPAUTOT)),
                Map.entry(NB_PLACES_AUTORISEES_HOMMES, entier(CAPAUTM)),
                Map.entry(NB_PLACES_AUTORISEES_FEMMES, entier(CAPAUTF)),
                Map.entry(NB_PLACES_HABILITEES_AUTORISEES, entier(CAPAUTHAB)),
                Map.entry(AGE_MIN_AUTORISE, entier(AGEMINIAUT)),
                Map.entry(AGE_MAX_AUTORISE, entier(AGEMAXIAUT)),
                Map.entry(EST_SUPPRIME_AUTORISE, oui(INDSUPAUT)),
                Map.entry(DATE_AUTORISATION, jour(DATEAUTOR)),
                Map.entry(DATE_MAJ_AUTORISATION, jour(DATEMAJAUT)),
                Map.entry(DATE_MAJ_INSTALLATION, jour(DATEMAJINST)),
                Map.entry(Description.ORDRE, supprime(INDSUPINST).plus(supprime(INDSUPAUT))),
                Map.entry(
                        Description.DATE_ILLISIBLE,
                        sansDate(DATEDERINST, DATEPREMAUTOR, DATEAUTOR, DATEMAJAUT, DATEMAJINST)),
                Map.entry(
                        Description.NOMBRE_ILLISIBLE,
                        sansNombre(
                                CAPINSTOT,
                                CAPINSTM,
                                CAPINSTF,
                                CAPINSTHAB,
                                AGEMINIINST,
                                AGEMAXIINST,
                                CAPAUTOT,
                                CAPAUTM,
                                CAPAUTF,
                                CAPAUTHAB,
                                AGEMINIAUT,
                                AGEMAXIAUT)));
    }

    /** A line that was suppressed comes after one that was not. */
    private static Column supprime(String column) {
        return when(oui(column), 1).otherwise(0);
    }
}

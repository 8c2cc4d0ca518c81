package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.nombre;
import static fr.maillage.silver.finess.Textes.oui;
import static fr.maillage.silver.finess.Textes.sansDate;
import static fr.maillage.silver.finess.Textes.sansNombre;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Authorisations of the XML flow: elements autreactivite of cs1600101 and activitesoumiseareco of cs1600102. */
public final class Autorisations {

    private Autorisations() {}

    /** One row per element, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> autres, Dataset<Row> reconnues) {
        return Textes.nettoyees(autres, Bronze.FINESS_AUTREACTIVITE)
                .select(Description.columns(Silver.AUTORISATION, autres()))
                .unionByName(Textes.nettoyees(reconnues, Bronze.FINESS_ACTIVITESOUMISEARECO)
                        .select(Description.columns(Silver.AUTORISATION, reconnues())));
    }

    private static Map<String, Column> autres() {
        return Map.ofEntries(
                Map.entry(NATURE_AUTORISATION, lit("autre_activite")),
                Map.entry(NUMERO_AUTORISATION, col(NOAUTOR)),
                Map.entry(NUMERO_FINESS_EJ, col(NOFINESSEJ)),
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(CODE_ACTIVITE, col(ACTIVITE)),
                Map.entry(CODE_MODALITE, col(MODALITE)),
                Map.entry(CODE_FORME, col(FORME)),
                Map.entry(NUMERO_ARHGOS, col(CODEAUTORARHGOS)),
                Map.entry(ETAT_AUTORISATION, col(ETATAUTORISATION)),
                Map.entry(LIBELLE_ETAT, col(LIBETATAUTORISATION)),
                Map.entry(DATE_MAJ, jour(DATEMAJ)),
                Map.entry(DATE_DECISION, jour(DATEDECISION)),
                Map.entry(NUMERO_DECISION, col(NODECISION)),
                Map.entry(DATE_VISITE, jour(DATEVISITE)),
                Map.entry(RESULTAT_VISITE, col(RESULTATVISITE)),
                Map.entry(DATE_MISE_EN_OEUVRE, jour(DATEMEO)),
                Map.entry(DATE_FIN, jour(DATEFIN)),
                Map.entry(DATE_LIMITE, jour(DATELIMITEMEO)),
                Map.entry(
                        Description.DATE_ILLISIBLE,
                        sansDate(DATEDECISION, DATEVISITE, DATEMEO, DATEFIN, DATELIMITEMEO, DATEMAJ)));
    }

    private static Map<String, Column> reconnues() {
        return Map.ofEntries(
                Map.entry(NATURE_AUTORISATION, lit("activite_reconnue")),
                Map.entry(NUMERO_AUTORISATION, col(NOAUTOR)),
                Map.entry(NUMERO_FINESS_EJ, col(NOFINESSEJ)),
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(CODE_ACTIVITE, col(ACTIVITE)),
                Map.entry(CODE_MODALITE, col(MODALITE)),
                Map.entry(CODE_FORME, col(FORME)),
                Map.entry(NUMERO_ARHGOS, col(CODEAUTORARHGOS)),
                Map.entry(ETAT_AUTORISATION, col(ETATAUTORISATION)),
                Map.entry(LIBELLE_ETAT, col(LIBETATAUTORISATION)),
                Map.entry(DATE_MAJ, jour(DATEMAJ)),
                Map.entry(NUMERO_CPOM, col(IDCPOM)),
                Map.entry(DATE_DEBUT_CPOM, jour(DATEEFFETCPOM)),
                Map.entry(DATE_FIN_CPOM, jour(DATEFINCPOM)),
                Map.entry(DATE_EFFET, jour(DATEEFFETASR)),
                Map.entry(EST_REGIONALE, oui(INDICATEURREGIONAL)),
                Map.entry(CODE_REGION_AUTORISATION, col(REGIONAUTORISATION)),
                Map.entry(CAPACITE_AUTORISEE, nombre(CAPACITEAUTORISEE)),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(DATEEFFETCPOM, DATEFINCPOM, DATEEFFETASR, DATEMAJ)),
                Map.entry(Description.NOMBRE_ILLISIBLE, sansNombre(CAPACITEAUTORISEE)));
    }
}

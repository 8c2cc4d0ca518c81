package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.oui;
import static fr.maillage.silver.finess.Textes.sansDate;
import static org.apache.spark.sql.functions.col;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Heavy equipment of the etalab files and of the XML flow: a line or element equipmateriellourd. */
public final class EquipementsLourds {

    private EquipementsLourds() {}

    /** One row per line, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> lines) {
        return Textes.nettoyees(lines, Bronze.FINESS_EQUIPMATERIELLOURD)
                .select(Description.columns(Silver.EQUIPEMENT_LOURD, values()));
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(CODE_EQUIPEMENT_LOURD, col(EML)),
                Map.entry(NUMERO_AUTORISATION, col(NOAUTOR)),
                Map.entry(NUMERO_FINESS_EJ, col(NOFINESSEJ)),
                Map.entry(NUMERO_ARHGOS, col(NOAUTORARHGOS)),
                Map.entry(NUMERO_IMPLANTATION, col(NOIMPLARHGOS)),
                Map.entry(NUMERO_SERIE, col(NUMSERIE)),
                Map.entry(MARQUE, col(MARQUE)),
                Map.entry(NATURE_LIEN, col(INDNATLIEN)),
                Map.entry(DATE_AUTORISATION, jour(DATEAUTOR)),
                Map.entry(DATE_MISE_EN_OEUVRE, jour(DATEMEO)),
                Map.entry(DATE_FIN, jour(DATEFIN)),
                Map.entry(DATE_LIMITE, jour(DATELIMITE)),
                Map.entry(EST_CADUC, oui(INDCADUC)),
                Map.entry(INDICATEUR_REMPLACEMENT, col(INDREMPL)),
                Map.entry(NUMERO_AUTORISATION_REMPLACEMENT, col(NOAUTORREMPLACEMENT)),
                Map.entry(EST_SUPPRIME, oui(INDSUP)),
                Map.entry(DATE_MAJ, jour(DATEMAJ)),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(DATEAUTOR, DATEMEO, DATEFIN, DATELIMITE, DATEMAJ)));
    }
}

package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.oui;
import static fr.maillage.silver.finess.Textes.sansDate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Care activities of the etalab files and of the XML flow: a line or element activiteoffresoin. */
public final class ActivitesDeSoins {

    /** The XML flow tells of lapses, renewals and suppressions besides. */
    public static final List<Systeme> SYSTEMES = Systeme.all(
            values().keySet(),
            NATURE_LIEN,
            DATE_LIMITE,
            EST_CADUC,
            DATE_RENOUVELLEMENT,
            INDICATEUR_RENOUVELLEMENT,
            EST_SUPPRIME_ACTIVITE,
            EST_SUPPRIME_SITE,
            DATE_MAJ_ACTIVITE,
            DATE_MAJ_SITE);

    private ActivitesDeSoins() {}

    /** One row per line, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> activites) {
        return Textes.nettoyees(activites, Bronze.FINESS_ACTIVITEOFFRESOIN)
                .select(Description.columns(Silver.ACTIVITE_AUTORISEE_VERSION, values()));
    }

    /** Of several lines on one activity of a site, one that lapsed or was suppressed comes last. */
    private static Column ordre() {
        return Stream.of(INDCADUC, INDSUPACT, INDSUPSITE)
                .map(name -> when(oui(name), 1).otherwise(0))
                .reduce(Column::plus)
                .orElseThrow();
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(CODE_ACTIVITE, col(ACTIVITE)),
                Map.entry(CODE_MODALITE, col(MODALITE)),
                Map.entry(CODE_FORME, col(FORME)),
                Map.entry(CODE_PRATIQUE, lit("00")),
                Map.entry(NUMERO_LIGNE, coalesce(col(NOLIGAUTOR), col(NOAUTOR))),
                Map.entry(NUMERO_FINESS_EJ, col(NOFINESSEJ)),
                Map.entry(NUMERO_AUTORISATION, col(NOAUTOR)),
                Map.entry(NUMERO_LIGNE_PRECEDENTE, col(NOLIGAUTORANC)),
                Map.entry(NUMERO_ARHGOS, col(NOAUTORARHGOS)),
                Map.entry(NUMERO_IMPLANTATION, col(NOIMPLARHGOS)),
                Map.entry(SECTEUR_PSYCHIATRIQUE, col(SECTPSY)),
                Map.entry(NATURE_LIEN, col(INDNATLIEN)),
                Map.entry(DATE_AUTORISATION, jour(DATEAUTOR)),
                Map.entry(DATE_MISE_EN_OEUVRE, jour(DATEMEO)),
                Map.entry(DATE_FIN, jour(DATEFIN)),
                Map.entry(DATE_LIMITE, jour(DATELIMITE)),
                Map.entry(EST_CADUC, oui(INDCADUC)),
                Map.entry(DATE_RENOUVELLEMENT, jour(DATERENOUV)),
                Map.entry(INDICATEUR_RENOUVELLEMENT, col(INDRENOUV)),
                Map.entry(EST_SUPPRIME_ACTIVITE, oui(INDSUPACT)),
                Map.entry(EST_SUPPRIME_SITE, oui(INDSUPSITE)),
                Map.entry(DATE_MAJ_ACTIVITE, jour(DATEMAJACT)),
                Map.entry(DATE_MAJ_SITE, jour(DATEMAJSITE)),
                Map.entry(Description.ORDRE, ordre()),
                Map.entry(
                        Description.DATE_ILLISIBLE,
                        sansDate(DATEAUTOR, DATEMEO, DATEFIN, DATELIMITE, DATERENOUV, DATEMAJACT, DATEMAJSITE)));
    }
}

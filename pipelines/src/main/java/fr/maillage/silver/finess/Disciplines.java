package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.entier;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.oui;
import static fr.maillage.silver.finess.Textes.sansDate;
import static fr.maillage.silver.finess.Textes.sansNombre;
import static org.apache.spark.sql.functions.col;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Disciplines taught of the etalab files and of the XML flow: a line or element disciplineenseignee. */
public final class Disciplines {

    private Disciplines() {}

    /** One row per line, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> lines) {
        return Textes.nettoyees(lines, Bronze.FINESS_DISCIPLINEENSEIGNEE)
                .select(Description.columns(Silver.DISCIPLINE_ENSEIGNEE, values()));
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(CODE_DISCIPLINE, col(DE)),
                Map.entry(CODE_TYPE_ACTIVITE, col(TA)),
                Map.entry(NUMERO_FINESS_EJ, col(NOFINESSEJ)),
                Map.entry(NUMERO_AUTORISATION, col(NOAUTOR)),
                Map.entry(NB_PLACES_AUTORISEES, entier(CAPAUT)),
                Map.entry(DATE_AUTORISATION, jour(DATEAUTOR)),
                Map.entry(EST_SUPPRIME, oui(INDSUP)),
                Map.entry(DATE_MAJ, jour(DATEMAJ)),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(DATEAUTOR, DATEMAJ)),
                Map.entry(Description.NOMBRE_ILLISIBLE, sansNombre(CAPAUT)));
    }
}

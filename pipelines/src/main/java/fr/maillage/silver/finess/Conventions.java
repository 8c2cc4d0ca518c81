package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.sansDate;
import static org.apache.spark.sql.functions.col;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Agreements of the XML flow: an element structureet of cs1400107. */
public final class Conventions {

    private Conventions() {}

    /** One row per line, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> lines) {
        return Textes.nettoyees(lines, Bronze.FINESS_CONVENTION)
                .select(Description.columns(Silver.CONVENTION, values()));
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(CODE_CONVENTION, col(NOCONV)),
                Map.entry(DATE_CONVENTION, jour(DATECONV)),
                Map.entry(DATE_MAJ, jour(DATEMAJCONV)),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(DATECONV, DATEMAJCONV)));
    }
}

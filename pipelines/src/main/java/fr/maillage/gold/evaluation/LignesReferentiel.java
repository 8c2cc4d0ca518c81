package fr.maillage.gold.evaluation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.gold.experience.LignesLues;
import fr.maillage.schemas.CodeList;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lines of the frameworks of assessment, of {@code referentiels/*.csv}. */
final class LignesReferentiel {

    static final String LIBELLE = "libelle";
    static final String LIBELLE_EN = "libelle_en";

    private LignesReferentiel() {}

    /**
     * One row per line, every column a text.
     *
     * @param surface any table: only that it is there counts
     */
    static Dataset<Row> lignes(Dataset<Row> surface, String file) {
        return LignesLues.textes(surface, CodeList.readFile("/schemas/referentiels/" + file + ".csv"));
    }

    /** Whether a line, or its score, is ours rather than printed in a source. */
    static Column estMaison(String provenance) {
        return coalesce(col(provenance).equalTo("maillage"), lit(false));
    }

    static Column nombre(String column) {
        return col(column).try_cast("bigint").as(column);
    }
}

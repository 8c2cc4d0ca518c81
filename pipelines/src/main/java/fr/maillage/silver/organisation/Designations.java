package fr.maillage.silver.organisation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import fr.maillage.silver.cooperation.Acteurs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which organisation is meant by an identifier that a person typed. */
final class Designations {

    private static final String CONNUE = "_connue";
    private static final String LU = "_acteur_lu";
    private static final String CLE = "_cle";

    private Designations() {}

    /** Every identifier with its namespace, as {@code code_acteur}, and the organisation it names. */
    static Dataset<Row> codes(Dataset<Row> identifiants) {
        return identifiants
                .select(cle(col(ESPACE_IDENTIFIANT), col(IDENTIFIANT)).as(CODE_ACTEUR), col(CODE_ORGANISATION))
                .union(identifiants.select(col(CODE_ORGANISATION), col(CODE_ORGANISATION)))
                .groupBy(CODE_ACTEUR)
                .agg(min(CODE_ORGANISATION).as(CODE_ORGANISATION));
    }

    /** An identifier with its namespace. */
    static Column cle(Column espace, Column identifiant) {
        return concat(when(espace.equalTo("finess_ej"), "finess").otherwise(espace), lit(":"), identifiant);
    }

    /**
     * Adds the organisation meant by the text of {@code typed}: null when it names none, the identifier itself when no
     * register knows it; and whether one does, see {@link #inconnue}.
     *
     * @param codes see {@link #codes}
     */
    static Dataset<Row> lues(Dataset<Row> lignes, String typed, String code, Dataset<Row> codes) {
        Dataset<Row> connues =
                codes.select(col(CODE_ACTEUR).as(CLE), col(CODE_ORGANISATION).as(code));
        Column siret = col(LU).startsWith("siret:");
        return Acteurs.lus(lignes, typed, LU, codes)
                .withColumn(
                        LU,
                        when(siret, concat(lit("siren:"), substring(col(LU), 7, 9)))
                                .otherwise(col(LU)))
                .withColumn(LU, when(col(LU).startsWith("coop:"), null).otherwise(col(LU)))
                .join(connues, col(LU).equalTo(col(CLE)), "left")
                .withColumn(code + CONNUE, col(CLE).isNotNull())
                .withColumn(code, coalesce(col(code), col(LU)))
                .drop(LU, CLE);
    }

    /** Whether an organisation was named that no register knows. */
    static Column inconnue(String code) {
        return col(code).isNotNull().and(col(code + CONNUE).equalTo(false));
    }
}

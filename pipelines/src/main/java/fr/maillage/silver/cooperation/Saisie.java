package fr.maillage.silver.cooperation;

import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import fr.maillage.source.declaration.Lecture;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a person typed in a spreadsheet, as Spark columns: see {@link Lecture} for what is understood.
 *
 * <p>What cannot be read is null, never an error; {@link #illisible} tells it from what was left empty.
 */
public final class Saisie {

    private static final UserDefinedFunction TEXTE = udf((UDF1<String, String>) Lecture::texte, DataTypes.StringType);
    private static final UserDefinedFunction CODE = udf((UDF1<String, String>) Lecture::code, DataTypes.StringType);
    private static final UserDefinedFunction DATE = udf((UDF1<String, Object>) Lecture::date, DataTypes.DateType);
    private static final UserDefinedFunction MOIS = udf((UDF1<String, Object>) Lecture::mois, DataTypes.DateType);
    private static final UserDefinedFunction DEBUT = udf((UDF1<String, Object>) Lecture::debut, DataTypes.DateType);
    private static final UserDefinedFunction FIN = udf((UDF1<String, Object>) Lecture::fin, DataTypes.DateType);
    private static final UserDefinedFunction PRECISION =
            udf((UDF1<String, String>) Lecture::precision, DataTypes.StringType);
    private static final UserDefinedFunction NOMBRE = udf((UDF1<String, Double>) Lecture::nombre, DataTypes.DoubleType);
    private static final UserDefinedFunction ENTIER = udf((UDF1<String, Long>) Lecture::entier, DataTypes.LongType);

    private Saisie() {}

    /** The text with single blanks and none around; null when nothing is left. */
    public static Column texte(Column typed) {
        return TEXTE.apply(typed);
    }

    /** A code of a closed list. */
    public static Column code(Column typed) {
        return CODE.apply(typed);
    }

    public static Column date(Column typed) {
        return DATE.apply(typed);
    }

    /** The first day of a month. */
    static Column mois(Column typed) {
        return MOIS.apply(typed);
    }

    /** The first day of what was typed: a day, a month or a year. */
    static Column debut(Column typed) {
        return DEBUT.apply(typed);
    }

    /** The last day of what was typed: a day, a month or a year. */
    static Column fin(Column typed) {
        return FIN.apply(typed);
    }

    /** How precise a date was typed: jour, mois or annee. */
    static Column precision(Column typed) {
        return PRECISION.apply(typed);
    }

    public static Column nombre(Column typed) {
        return NOMBRE.apply(typed);
    }

    /** A whole number; null for 1,5. */
    public static Column entier(Column typed) {
        return ENTIER.apply(typed);
    }

    /** The code of a territory; that of a commune as INSEE writes it, though a spreadsheet drops its leading zero. */
    public static Column territoire(Column niveau, Column typed) {
        return when(code(niveau).equalTo("commune"), lpad(upper(texte(typed)), 5, "0"))
                .otherwise(texte(typed));
    }

    /** Whether something was typed that could not be read. */
    public static Column illisible(Column typed, Column read) {
        return texte(typed).isNotNull().and(read.isNull());
    }

    /** The text with plain letters. */
    public static Column sansAccents(Column text) {
        return translate(text, "àâäéèêëîïôöùûüÿçÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇ", "aaaeeeeiioouuuycAAAEEEEIIOOUUUYC");
    }
}

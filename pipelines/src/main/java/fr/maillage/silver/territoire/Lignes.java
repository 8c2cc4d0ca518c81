package fr.maillage.silver.territoire;

import static fr.maillage.quality.Regles.broken;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import fr.maillage.warehouse.Technical;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** What the lines of INSEE and DGCL files have in common: texts, codes, vintages, lines that stand twice. */
public final class Lignes {

    private Lignes() {}

    /** The text without spaces around it; null when nothing is left. */
    public static Column text(String column) {
        return nullif(trim(col(column)), lit(""));
    }

    /** A whole number, spaces between thousands allowed; null when it is none. */
    public static Column number(String column) {
        return regexp_replace(col(column), "[\\s\u00a0\u202f]", "").try_cast("bigint");
    }

    /** Year of the vintage of the file. */
    public static Column annee() {
        return year(col(Technical.MILLESIME)).cast("bigint");
    }

    /** A SIREN that lost its leading zeros in a spreadsheet. */
    public static Column siren(String column) {
        return lpad(text(column), 9, "0");
    }

    /**
     * The code of a commune from that of its département and its code there: 01 and 001 is 01001; 971 and 101, as 971 and
     * 01, is 97101.
     */
    public static Column codeCommune(Column departement, Column commune) {
        Column padded =
                when(length(departement).lt(2), lpad(departement, 2, "0")).otherwise(departement);
        return when(
                        length(padded).equalTo(3).and(length(commune).leq(2)),
                        functions.concat(padded, lpad(commune, 2, "0")))
                .otherwise(functions.concat(substring(padded, 1, 2), lpad(commune, 3, "0")));
    }

    /** Number of the line among those of one key: 1 is the first line of the file landed last. */
    public static Column rang(String... keys) {
        return row_number()
                .over(Window.partitionBy(Arrays.stream(keys).map(functions::col).toArray(Column[]::new))
                        .orderBy(
                                col(Technical.RANG).desc(),
                                col(Technical.FICHIER).asc(),
                                col(Technical.LIGNE).asc()));
    }

    /** Broken by every line but the first of one key. */
    public static Column doublon(String... keys) {
        return broken("doublon", rang(keys).gt(1));
    }
}

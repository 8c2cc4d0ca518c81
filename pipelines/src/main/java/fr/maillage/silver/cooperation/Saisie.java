package fr.maillage.silver.cooperation;

import static org.apache.spark.sql.functions.*;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Reads what a person typed in a spreadsheet: dates, months and numbers as French spreadsheets save them.
 *
 * <p>What cannot be read is null, never an error; {@link #illisible} tells it from what was left empty.
 */
final class Saisie {

    private static final String BLANKS = "[\\s\u00a0\u202f]+";
    private static final String NUMBER = "-?[0-9]+([.,][0-9]+)?";
    private static final List<String> MONTHS =
            List.of("janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec");

    private Saisie() {}

    /** The text with single blanks and none around; null when nothing is left. */
    static Column texte(Column typed) {
        return nullif(trim(regexp_replace(typed, BLANKS, " ")), lit(""));
    }

    /** A code of a closed list: lower case, no accents, blanks as underscores. */
    static Column code(Column typed) {
        return regexp_replace(sansAccents(lower(texte(typed))), "[ -]", "_");
    }

    /** A day: 2024-03-31, 31/03/2024 or 31-03-2024. */
    static Column date(Column typed) {
        return day(typed, "yyyy-M-d", "d/M/yyyy", "d-M-yyyy");
    }

    /** The first day of a month: 2024-03, 03/2024, a day of it, or mars-24 as spreadsheets turn it into. */
    static Column mois(Column typed) {
        Column month = day(typed, "yyyy-M", "M/yyyy", "yyyy-M-d", "d/M/yyyy");
        return trunc(coalesce(month, day(named(typed), "yyyy-M")), "month");
    }

    /** A number with a decimal comma or point, and blanks between thousands. */
    static Column nombre(Column typed) {
        Column text = regexp_replace(typed, BLANKS, "");
        return when(
                text.rlike("^" + NUMBER + "$"),
                replace(text, lit(","), lit(".")).try_cast("double"));
    }

    /** A whole number; null for 1,5. */
    static Column entier(Column typed) {
        Column number = nombre(typed);
        return when(number.equalTo(floor(number)), number.try_cast("bigint"));
    }

    /** Whether something was typed that could not be read. */
    static Column illisible(Column typed, Column read) {
        return texte(typed).isNotNull().and(read.isNull());
    }

    static Column sansAccents(Column text) {
        return translate(text, "àâäéèêëîïôöùûüÿçÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇ", "aaaeeeeiioouuuycAAAEEEEIIOOUUUYC");
    }

    private static Column day(Column typed, String... patterns) {
        Column[] read = new Column[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            read[i] = try_to_timestamp(texte(typed), lit(patterns[i]));
        }
        Column day = coalesce(read).cast("date");
        return when(year(day).between(1900, 2100), day);
    }

    /** {@code mars-24} as {@code 2024-3}; null when it is not so written. */
    private static Column named(Column typed) {
        String form = "^([a-z]+)[.]?[- ]([0-9]{2})?([0-9]{2})$";
        Column text = sansAccents(lower(texte(typed)));
        Column number = array_position(lit(MONTHS.toArray(String[]::new)), regexp_extract(text, form, 1));
        Column year = concat(
                coalesce(nullif(regexp_extract(text, form, 2), lit("")), lit("20")), regexp_extract(text, form, 3));
        return when(text.rlike(form).and(number.gt(0)), concat_ws("-", year, number));
    }
}

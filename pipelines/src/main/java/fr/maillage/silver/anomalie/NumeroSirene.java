package fr.maillage.silver.anomalie;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Whether a SIREN or SIRET can exist: its digits, and the key that Luhn's sum makes.
 *
 * <p>La Poste has more establishments than keys: its SIRET are right when the plain sum of their digits is a multiple of
 * five.
 */
final class NumeroSirene {

    private static final String LA_POSTE = "356000000";

    private NumeroSirene() {}

    /** Null for a number that is not given. */
    static Column isValid(Column number, int length) {
        UDF1<String, Boolean> valid = text -> text == null ? null : isValid(text, length);
        return udf(valid, DataTypes.BooleanType).apply(number);
    }

    static boolean isValid(String number, int length) {
        if (!number.matches("\\d{" + length + "}") || number.matches("0+")) {
            return false;
        }
        boolean poste = length == 14 && number.startsWith(LA_POSTE);
        return luhn(number) % 10 == 0
                || (poste && number.chars().map(c -> c - '0').sum() % 5 == 0);
    }

    private static int luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum;
    }
}

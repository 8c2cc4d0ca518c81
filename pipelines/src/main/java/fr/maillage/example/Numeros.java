package fr.maillage.example;

import java.util.Locale;

/** Numbers with their control digit, from ranges that were never allotted. */
final class Numeros {

    private Numeros() {}

    /** FINESS number: département, one digit for the kind, five for the rank, Luhn digit. */
    static String finess(String departement, int kind, int rank) {
        return withLuhn(departement + kind + String.format(Locale.ROOT, "%05d", rank));
    }

    /** SIREN under 000 100 000; the lowest real ones are above 000 300 000. */
    static String siren(int rank) {
        return withLuhn(String.format(Locale.ROOT, "0000%04d", rank));
    }

    static String siret(String siren, int rank) {
        return withLuhn(siren + String.format(Locale.ROOT, "%04d", rank));
    }

    /** Whether the last digit is the Luhn digit of the others. */
    static boolean isLuhn(String digits) {
        return withLuhn(digits.substring(0, digits.length() - 1)).equals(digits);
    }

    private static String withLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }
}

package fr.maillage.testing.plus;

/** Values that look like those of the register, each a function of a number. */
final class Valeurs {

    private static final String[] NOMS = {
        "EHPAD", "ASSOCIATION", "RÉSIDENCE", "CLINIQUE", "PHARMACIE", "FOYER", "CENTRE DE SANTÉ", "IME", "ESAT", "SSIAD"
    };
    private static final String[] SUITES = {
        "LES TILLEULS",
        "SAINT JOSEPH",
        "DU VAL",
        "L'ESPÉRANCE",
        "DES DEUX RIVES",
        "JEAN MOULIN",
        "LA VALETTE",
        "DU PARC"
    };
    private static final String[] VOIES = {"R", "AV", "BD", "PL", "RTE", "R  ", "CHE", "AV  ", "ALL", "QUA"};

    private Valeurs() {}

    static String nombre(long number) {
        return Long.toString(number);
    }

    static String chiffres(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    static String finess(int departement, long number) {
        return chiffres(departement, 2) + chiffres(number, 7);
    }

    static int departement(int number) {
        return 1 + number % 95 == 20 ? 21 : 1 + number % 95;
    }

    static String nom(int number) {
        return NOMS[number % NOMS.length] + " " + SUITES[number / 10 % SUITES.length] + " " + number % 977;
    }

    static String voie(int number) {
        return VOIES[number % VOIES.length];
    }

    static String jour(int number) {
        return chiffres(1950 + number % 75, 4) + "-" + chiffres(1 + number / 7 % 12, 2) + "-"
                + chiffres(1 + number / 11 % 28, 2);
    }

    static String commune(int number) {
        return chiffres(departement(number), 2) + chiffres(1 + number % 380, 3);
    }

    /** A value, or null as often as the register leaves it empty. */
    static String parfois(int number, int percent, String value) {
        return number * 31 % 100 < percent ? value : null;
    }

    static String degres(double from, int number) {
        return Double.toString(Math.round((from + number % 7_000 / 1_000.0) * 1e6) / 1e6);
    }
}

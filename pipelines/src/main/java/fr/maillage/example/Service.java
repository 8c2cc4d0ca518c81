package fr.maillage.example;

import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What establishments of a category report, and how it swings with the year.
 *
 * @param heures of an average month
 * @param amplitude of the yearly wave, as a share
 * @param moisHaut month in which it is highest
 * @param aout what is left of it in August
 */
record Service(String code, double heures, double amplitude, int moisHaut, double aout) {

    /** By category; the other categories report nothing. */
    static final Map<String, Service> PAR_CATEGORIE =
            Ressource.rows("services.csv").stream().collect(Collectors.toMap(row -> row.get("categorie"), Service::of));

    private static final double GROWTH = 0.035;

    private static Service of(Map<String, String> row) {
        return new Service(
                row.get("service"),
                Double.parseDouble(row.get("heures")),
                Double.parseDouble(row.get("amplitude")),
                Integer.parseInt(row.get("mois_haut")),
                Double.parseDouble(row.get("aout")));
    }

    /** Hours of a month, for an establishment of average size. */
    double heures(YearMonth month) {
        double angle = 2 * Math.PI * (month.getMonthValue() - moisHaut) / 12;
        double growth = 1 + GROWTH * (month.getYear() - Declarants.FIRST_YEAR);
        double summer = month.getMonthValue() == 8 ? aout : 1;
        return heures * growth * summer * (1 + amplitude * StrictMath.cos(angle));
    }

    boolean estADomicile() {
        return code.endsWith("_domicile");
    }
}

package fr.maillage.atlas;

import fr.maillage.atlas.habillage.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An indicator as its file in {@code atlas/indicateurs} describes it: which table, which columns, how it is shown.
 *
 * @param denominator column to divide by, empty for plain numbers; {@code population} stands for that of the territory
 * @param factor what the quotient is multiplied by: 100 for a percentage, 10,000 for a rate
 * @param filter values other columns must have, any of the list
 * @param absent what a territory without a row has
 * @param unknown column with the share of the value that is estimated, empty when there is none
 * @param decimals decimals shown
 * @param zero what zero means on the map
 * @param missing what no value means on the map
 * @param additive true when modalities add up to a total that has no row of its own
 */
record Indicateur(
        String id,
        int rank,
        Labels title,
        Labels definition,
        Labels unit,
        String table,
        String numerator,
        Labels numeratorTitle,
        Optional<String> denominator,
        Labels denominatorTitle,
        double factor,
        int decimals,
        Map<String, List<String>> filter,
        String dimension,
        String date,
        Absent absent,
        Optional<String> unknown,
        Labels unknownTitle,
        Labels zero,
        Labels missing,
        String palette,
        boolean additive,
        Optional<List<Double>> classes) {

    /** Meaning of a territory without a row. */
    enum Absent {
        ZERO,
        INCONNU
    }

    boolean dividesByPopulation() {
        return denominator.filter("population"::equals).isPresent();
    }

    /**
     * The value shown; NaN when it is unknown or cannot be computed.
     *
     * @param population of the territory, NaN when unknown
     */
    double value(Serie.Valeur valeur, double population) {
        if (valeur == null) {
            return absent == Absent.ZERO && denominator.isEmpty() ? 0 : absentRate(population);
        }
        if (denominator.isEmpty()) {
            return valeur.numerateur() * factor;
        }
        double by = dividesByPopulation() ? population : valeur.denominateur();
        return by == 0 ? Double.NaN : valeur.numerateur() / by * factor;
    }

    private double absentRate(double population) {
        boolean known = absent == Absent.ZERO && dividesByPopulation() && population > 0;
        return known ? 0 : Double.NaN;
    }
}

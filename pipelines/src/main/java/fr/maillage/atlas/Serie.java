package fr.maillage.atlas;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The values of one indicator for one level, modality and date, by code of territory.
 *
 * <p>A territory that is not in it has no row: whether that means zero or unknown is said by the indicator.
 */
final class Serie {

    /**
     * One value; each part is NaN when unknown.
     *
     * @param inconnu the share of the value that is estimated or unseen, 0 to 1
     */
    record Valeur(double numerateur, double denominateur, double inconnu) {}

    private final Map<String, Valeur> values = new HashMap<>();

    void put(String code, Valeur valeur) {
        values.put(code, valeur);
    }

    /** Adds to what is there: the total over modalities of what can be added. */
    void add(String code, Valeur valeur) {
        values.merge(code, valeur, Serie::sum);
    }

    void forEach(BiConsumer<String, Valeur> action) {
        values.forEach(action);
    }

    /** The value of the territory; null when it has no row. */
    Valeur find(String code) {
        return values.get(code);
    }

    boolean knowsSomething() {
        return values.values().stream().anyMatch(valeur -> !Double.isNaN(valeur.numerateur()));
    }

    private static Valeur sum(Valeur left, Valeur right) {
        return new Valeur(
                sum(left.numerateur(), right.numerateur()),
                sum(left.denominateur(), right.denominateur()),
                sum(left.inconnu(), right.inconnu()));
    }

    private static double sum(double left, double right) {
        if (Double.isNaN(left)) {
            return right;
        }
        return Double.isNaN(right) ? left : left + right;
    }
}

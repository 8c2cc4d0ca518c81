package fr.maillage.silver.age;

import org.apache.spark.sql.Column;

/** {@link Repartition} as a Spark column. */
public final class Partage {

    private Partage() {}

    /**
     * An array of whole people that add up to the total; null when it is, or when nobody weighs anything.
     *
     * @param weights an array of numbers
     */
    public static Column of(Column total, Column weights) {
        return FonctionsAge.repartition().apply(total, weights);
    }
}

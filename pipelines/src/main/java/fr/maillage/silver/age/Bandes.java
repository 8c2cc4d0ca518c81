package fr.maillage.silver.age;

import org.apache.spark.sql.Column;

/** Published bands as Spark columns. */
public final class Bandes {

    private Bandes() {}

    /**
     * The people of both sexes in a band; null when the published ones do not make it up exactly.
     *
     * @param bandes an array of sexe, age_min, age_max, effectif_publie
     */
    public static Column effectif(Column bandes, Tranche tranche) {
        return FonctionsAge.effectif(tranche).apply(bandes);
    }
}

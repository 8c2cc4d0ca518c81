package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The commune a person meant, with the vintage its code is to be read in.
 *
 * <p>The vintage is the newest loaded one up to the year reported on that has the code, else the oldest that has it.
 * An arrondissement municipal or a delegated commune stands for its commune. A zero that a spreadsheet dropped in
 * front is put back.
 */
final class Communes {

    private static final String CODE = "_code";
    private static final String MILLESIMES = "_millesimes";

    private Communes() {}

    /** One row per code of a commune, delegated commune or arrondissement, with the vintages that have it. */
    static Dataset<Row> codes(Dataset<Row> communes, Dataset<Row> rattachees) {
        Dataset<Row> own =
                communes.select(col(CODE_COMMUNE).as(CODE), col(MILLESIME), lit(1).as("_own"), col(CODE_COMMUNE));
        Dataset<Row> parts = rattachees.select(
                col(CODE_COMMUNE_RATTACHEE).as(CODE), col(MILLESIME), lit(0).as("_own"), col(CODE_COMMUNE));
        return own.union(parts)
                .groupBy(CODE, MILLESIME)
                .agg(max(struct("_own", CODE_COMMUNE)).as("_best"))
                .groupBy(CODE)
                .agg(collect_list(struct(
                                col(MILLESIME), col("_best." + CODE_COMMUNE).as(CODE_COMMUNE)))
                        .as(MILLESIMES));
    }

    /**
     * Adds {@code code_commune} and {@code millesime_commune}. A code that no vintage has is kept as typed, without a
     * vintage.
     */
    static Dataset<Row> lues(Dataset<Row> lignes, String typed, String mois, Dataset<Row> codes) {
        Column code = upper(regexp_replace(Saisie.texte(col(typed)), " ", ""));
        Column padded = when(code.rlike("^[0-9]{4}$"), lpad(code, 5, "0")).otherwise(code);
        Column upToYear =
                filter(col(MILLESIMES), vintage -> vintage.getField(MILLESIME).leq(year(col(mois))));
        return lignes.withColumn("_commune", padded)
                .join(codes, col("_commune").equalTo(col(CODE)), "left")
                .withColumn("_vintage", coalesce(array_max(upToYear), array_min(col(MILLESIMES))))
                .withColumn(CODE_COMMUNE, coalesce(col("_vintage." + CODE_COMMUNE), col("_commune")))
                .withColumn(MILLESIME_COMMUNE, col("_vintage." + MILLESIME))
                .drop("_commune", CODE, MILLESIMES, "_vintage");
    }
}

package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.CODE_COMMUNE;
import static fr.maillage.schemas.Columns.MILLESIME;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every commune code that may be met, with the year it is to be read in.
 *
 * <p>For a year whose code officiel géographique is not loaded: the codes that populations and EPCI use in it, and those
 * of the nearest loaded year before, as an establishment may still be told by them.
 */
public final class Releves {

    private static final String ANNEE = "_annee";

    private Releves() {}

    public static Dataset<Row> of(Dataset<Row> communes, Dataset<Row> populations, Dataset<Row> epciCommunes) {
        Dataset<Row> codes = communes.select(CODE_COMMUNE, MILLESIME);
        Dataset<Row> used = populations
                .select(CODE_COMMUNE, MILLESIME)
                .union(epciCommunes.select(CODE_COMMUNE, MILLESIME))
                .distinct();
        Dataset<Row> loaded = codes.select(MILLESIME).distinct();
        Dataset<Row> others = used.join(broadcast(loaded), new String[] {MILLESIME}, "left_anti")
                .select(CODE_COMMUNE, MILLESIME)
                .union(before(codes, loaded, used))
                .distinct();
        return codes.union(others);
    }

    /** The codes of the nearest loaded year, for each year after it that is not loaded. */
    private static Dataset<Row> before(Dataset<Row> codes, Dataset<Row> loaded, Dataset<Row> used) {
        Dataset<Row> years = loaded.union(used.select(MILLESIME))
                .agg(min(MILLESIME).as("_from"), max(MILLESIME).as("_to"))
                .where(col("_from").isNotNull())
                .select(explode(sequence(col("_from"), col("_to"))).as(ANNEE));
        Dataset<Row> missing = years.join(loaded, years.col(ANNEE).equalTo(loaded.col(MILLESIME)), "left_anti");
        Dataset<Row> choice = missing.join(loaded, col(MILLESIME).lt(col(ANNEE)))
                .groupBy(ANNEE)
                .agg(max(MILLESIME).as(MILLESIME));
        return codes.join(broadcast(choice), MILLESIME)
                .select(col(CODE_COMMUNE), col(ANNEE).as(MILLESIME));
    }
}

package fr.maillage.gold.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The days on which cooperations are counted: the day of the newest data, and each 1 January of its year and the four
 * years before, as far back as a membership is known.
 */
public final class Observations {

    /** True on the day of the newest data. */
    public static final String DERNIERE = "_derniere";

    private static final int YEARS = 5;
    private static final String NEWEST = "_newest";

    private Observations() {}

    /** date_observation and {@link #DERNIERE}; no row when nothing is loaded. */
    public static Dataset<Row> of(Dataset<Row> etablissements, Dataset<Row> membres) {
        Dataset<Row> known = etablissements
                .select(col(CONNU_DU), lit(null).cast("date").as(DATE_DEBUT))
                .union(membres.select(CONNU_DU, DATE_DEBUT))
                .agg(max(CONNU_DU).as(NEWEST), min(DATE_DEBUT).as("_first"));
        return known.where(col(NEWEST).isNotNull())
                .select(col(NEWEST), col("_first"), explode(days()).as(DATE_OBSERVATION))
                .withColumn(DERNIERE, col(DATE_OBSERVATION).equalTo(col(NEWEST)))
                .where(col(DERNIERE).or(col(DATE_OBSERVATION).geq(col("_first"))))
                .select(DATE_OBSERVATION, DERNIERE);
    }

    private static Column days() {
        List<Column> days = new ArrayList<>(List.of(col(NEWEST)));
        for (int back = 0; back < YEARS; back++) {
            days.add(add_months(trunc(col(NEWEST), "year"), -12 * back));
        }
        return array_distinct(array(days.toArray(Column[]::new)));
    }
}

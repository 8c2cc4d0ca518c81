package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.MILLESIME;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which vintage to look at when the wanted one is not there. */
public final class Millesimes {

    private static final String SOUHAITE = "_souhaite";

    private Millesimes() {}

    /**
     * Rows repeated for each wanted vintage, taken from the nearest vintage that has any (the earlier of two); the column
     * millesime is then the wanted one.
     */
    public static Dataset<Row> nearest(Dataset<Row> rows, Dataset<Row> wanted) {
        Dataset<Row> had = rows.select(MILLESIME).distinct();
        Column distance = abs(col(SOUHAITE).minus(col(MILLESIME)));
        Dataset<Row> choice = wanted.select(col(MILLESIME).as(SOUHAITE))
                .union(had)
                .distinct()
                .crossJoin(broadcast(had))
                .groupBy(SOUHAITE)
                .agg(min_by(col(MILLESIME), struct(distance, col(MILLESIME))).as(MILLESIME));
        return rows.join(broadcast(choice), MILLESIME).drop(MILLESIME).withColumnRenamed(SOUHAITE, MILLESIME);
    }

    /** Whether the first day of a year lies in a period, its end left out. */
    public static Column within(Column annee, String du, String au) {
        Column day = make_date(annee.cast("int"), lit(1), lit(1));
        return day.geq(col(du)).and(day.lt(col(au)));
    }

    /** The rows of the newest vintage not after a year; 0 stands for no limit. */
    public static Dataset<Row> newest(Dataset<Row> rows, long notAfter) {
        Column before = notAfter == 0 ? lit(true) : col(MILLESIME).leq(notAfter);
        Dataset<Row> newest = rows.where(before).agg(max(MILLESIME).as(MILLESIME));
        return rows.join(broadcast(newest), MILLESIME);
    }
}

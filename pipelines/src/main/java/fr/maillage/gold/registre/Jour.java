package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The day on which cooperations are looked at: that of the cadre, or that of the newest data on cooperations when that is
 * earlier. Facts do not count: they tell of plans as well.
 */
final class Jour {

    private Jour() {}

    /** One row with {@code jour_notation}; none when nothing is dated. */
    static Dataset<Row> of(Dataset<Row> cooperations, LocalDate etat) {
        return cooperations
                .agg(max(CONNU_DU).as(CONNU_DU))
                .where(col(CONNU_DU).isNotNull())
                .select(least(lit(Date.valueOf(etat)), col(CONNU_DU)).as(JOUR_NOTATION));
    }

    /** Whether a fact holds on the day, its ends included; one that is not dated does. */
    static Column enVigueur() {
        return coalesce(col(DATE_DEBUT).leq(col(JOUR_NOTATION)), lit(true))
                .and(coalesce(col(DATE_FIN).geq(col(JOUR_NOTATION)), lit(true)));
    }
}

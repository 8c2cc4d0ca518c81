package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Parametres;
import fr.maillage.warehouse.Tables;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The versions that were true on one day as known on another: the state of the cadre. */
public final class Etat {

    private static final Column TOUJOURS = lit("9999-12-31").cast("date");

    private Etat() {}

    /** At most one version per entity. */
    public static Dataset<Row> of(Dataset<Row> versions, Tables tables) {
        return of(versions, tables.value(Parametres.ETAT), tables.value(Parametres.CONNU));
    }

    static Dataset<Row> of(Dataset<Row> versions, LocalDate etat, LocalDate connu) {
        return versions.where(covers(VALIDE_DU, VALIDE_AU, etat)).where(covers(CONNU_DU, CONNU_AU, connu));
    }

    /** From included to excluded; what has no end lasts beyond the last day there is. */
    private static Column covers(String from, String to, LocalDate day) {
        Column on = lit(Date.valueOf(day));
        return col(from).leq(on).and(col(to).gt(on).or(col(to).equalTo(TOUJOURS)));
    }
}

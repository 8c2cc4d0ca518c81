package fr.maillage.gold;

import static fr.maillage.schemas.Columns.CONNU_DU;
import static fr.maillage.schemas.Columns.DATE_FERMETURE;
import static fr.maillage.schemas.Columns.DATE_OUVERTURE;
import static fr.maillage.schemas.Columns.ETAT_OBJET;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The establishments that are open on the cadre's date. */
public final class Ouverts {

    private Ouverts() {}

    /** Inactive without a day on which it closed is closed; with one, the day decides. */
    public static Column isActive() {
        return col(DATE_FERMETURE)
                .isNotNull()
                .or(col(ETAT_OBJET).isNull())
                .or(col(ETAT_OBJET).notEqual("I"));
    }

    /**
     * Open on that day, or on the day of the release that told of them when that is earlier: the default of the cadre is
     * the end of time, and an announced closing is not one yet.
     */
    public static Dataset<Row> on(Dataset<Row> etablissements, LocalDate etat) {
        Column jour = least(lit(Date.valueOf(etat)), coalesce(col(CONNU_DU), lit(Date.valueOf(etat))));
        return etablissements
                .where(col(DATE_FERMETURE).isNull().or(col(DATE_FERMETURE).gt(jour)))
                .where(isActive())
                .where(col(DATE_OUVERTURE).isNull().or(col(DATE_OUVERTURE).leq(jour)));
    }
}

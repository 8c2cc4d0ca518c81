package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/**
 * Whether an activity is in operation, as the register's own mapping to tables has it (mapping.md, commit 236417fc): 3
 * when its state is I; 1 when it is A and the latest of its events 12 (set in operation) and 15 (stopped) is 12; else 2.
 */
public final class Statut {

    private static final String EN_OEUVRE = "012";
    private static final String ARRET = "015";

    private Statut() {}

    public static Column of(Column etat, Column evenements) {
        return when(etat.equalTo("I"), "3")
                .when(etat.equalTo("A").and(dernier(evenements).equalTo(EN_OEUVRE)), "1")
                .otherwise("2");
    }

    /** The later of both kinds; of two on one day, the one recorded last, which has the higher number. */
    public static Column dernier(Column evenements) {
        Column both = filter(
                evenements, event -> lpad(event.getField(CODEEVENEMENT), 3, "0").isin(EN_OEUVRE, ARRET));
        Column dated = transform(
                both,
                event -> struct(
                        event.getField(DATEEVENEMENT).as("_le"),
                        event.getField(EVENEMENTID).try_cast("bigint").as("_numero"),
                        lpad(event.getField(CODEEVENEMENT), 3, "0").as("_code")));
        return array_max(dated).getField("_code");
    }
}

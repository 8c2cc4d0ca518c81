package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Places of establishments, and what is told of them where they are added up: average and size band. */
public final class Capacites {

    /** Establishments that give a figure of installed places. */
    static final String DOTES = "_dotes";

    private static final int DECIMALS = 2;

    private Capacites() {}

    /** Places by establishment; one of which nothing is known has null, not zero. */
    public static Dataset<Row> parEtablissement(Dataset<Row> places) {
        return places.groupBy(NUMERO_FINESS_ET)
                .agg(
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES),
                        sum(NB_PLACES_AUTORISEES).as(NB_PLACES_AUTORISEES));
    }

    /** 1 for an establishment whose installed places are known. */
    static Column dote() {
        return when(col(NB_PLACES_INSTALLEES).isNotNull(), 1L).as(DOTES);
    }

    /** Rows with places and {@link #DOTES} added up get the average and its band. */
    static Dataset<Row> decrites(Dataset<Row> sommes, Strates strates) {
        Column moyenne = round(try_divide(col(NB_PLACES_INSTALLEES).cast("double"), col(DOTES)), DECIMALS);
        return sommes.withColumn(PLACES_PAR_ETABLISSEMENT, moyenne)
                .withColumn(STRATE_CAPACITE, strates.de(col(PLACES_PAR_ETABLISSEMENT)))
                .drop(DOTES);
    }
}

package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** FINESS numbers of legal entities and establishments by the technical numbers documents refer with. */
final class Numeros {

    static final String[] KEY = {TYPE_OBJET, IDENTIFIANT_OBJET};

    private Numeros() {}

    static Dataset<Row> of(Dataset<Row> structures, LocalDate jusquau) {
        Dataset<Row> entites = Documents.entites(structures, jusquau)
                .select(
                        lit("PM").as(TYPE_OBJET),
                        col(Documents.PM_ID).as(IDENTIFIANT_OBJET),
                        col(NUMERO_FINESS_EJ).as(NUMERO_FINESS));
        return entites.union(etablissements(structures, jusquau))
                .groupBy(TYPE_OBJET, IDENTIFIANT_OBJET)
                .agg(min(NUMERO_FINESS).as(NUMERO_FINESS));
    }

    private static Dataset<Row> etablissements(Dataset<Row> structures, LocalDate jusquau) {
        return Documents.etablissements(structures, jusquau)
                .select(lit("EG").as(TYPE_OBJET), col(Documents.EGE_ID).as(IDENTIFIANT_OBJET), col(NUMERO_FINESS_ET));
    }
}

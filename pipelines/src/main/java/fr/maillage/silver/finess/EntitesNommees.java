package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Technical;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Legal entities of which a file gives the number alone, beside an establishment. */
public final class EntitesNommees {

    /** Nine characters, the first two a département. */
    public static final String NUMERO = "^[0-9][0-9A-Z][0-9]{7}$";

    /** They tell their number and nothing else. */
    public static final Systeme SYSTEME = new Systeme("numero_seul", Set.of(NUMERO_FINESS_EJ));

    private EntitesNommees() {}

    /** One row per number and release, with the first line that gives it. */
    @SafeVarargs
    public static Dataset<Row> rows(Dataset<Row> ressources, Dataset<Row>... structures) {
        Column where = struct(col(Technical.RANG), col(Technical.FICHIER), col(Technical.LIGNE), col(Technical.SOURCE));
        Dataset<Row> numeros =
                numeros(ressources.where(col(RESOURCETYPE).equalTo("Organization")), substring_index(col(ID), "-", 1));
        for (Dataset<Row> named : structures) {
            numeros = numeros.union(numeros(named, Textes.texte(NOFINESSEJ)));
        }
        return numeros.where(col(NUMERO_FINESS_EJ).rlike(NUMERO))
                .groupBy(NUMERO_FINESS_EJ, Technical.MILLESIME)
                .agg(min(where).as("premiere"))
                .select(col(NUMERO_FINESS_EJ), col(Technical.MILLESIME), col("premiere.*"))
                .select(Description.columns(
                        Silver.ENTITE_JURIDIQUE_VERSION,
                        Map.of(
                                NUMERO_FINESS_EJ,
                                col(NUMERO_FINESS_EJ),
                                Description.SYSTEME,
                                lit(SYSTEME.nom()),
                                Description.DATE_ILLISIBLE,
                                lit(false))));
    }

    private static Dataset<Row> numeros(Dataset<Row> rows, Column numero) {
        return rows.select(
                numero.as(NUMERO_FINESS_EJ),
                col(Technical.MILLESIME),
                col(Technical.RANG),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.SOURCE));
    }
}

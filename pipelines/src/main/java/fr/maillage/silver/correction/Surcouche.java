package fr.maillage.silver.correction;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Field;
import fr.maillage.warehouse.SparkSchemas;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Corrections laid over a state: their values stand in its fields, their names in {@code champs_corriges}. */
public final class Surcouche {

    private Surcouche() {}

    /** Over the state of establishments. */
    public static Dataset<Row> surEtablissements(Dataset<Row> etat, Dataset<Row> corrections) {
        return sur(etat, corrections, Champs.ETABLISSEMENT, NUMERO_FINESS_ET);
    }

    /** Over the state of legal entities. */
    public static Dataset<Row> surEntites(Dataset<Row> etat, Dataset<Row> corrections) {
        return sur(etat, corrections, Champs.ENTITE_JURIDIQUE, NUMERO_FINESS_EJ);
    }

    private static Dataset<Row> sur(Dataset<Row> etat, Dataset<Row> corrections, String objet, String numero) {
        Column entry = struct(col(CHAMP), col(VALEUR_CORRIGEE));
        Dataset<Row> parEntite = corrections
                .where(col(OBJET).equalTo(objet).and(col(STATUT_CORRECTION).isin("appliquee", "conflit")))
                .groupBy(col(NUMERO_FINESS).as(numero))
                .agg(map_from_entries(collect_list(entry)).as("_corrections"));
        Column corriges = map_keys(col("_corrections"));
        Map<String, Column> values = new LinkedHashMap<>();
        for (Field field : Champs.of(objet)) {
            Column corrigee = try_element_at(col("_corrections"), lit(field.name()));
            values.put(
                    field.name(),
                    when(array_contains(corriges, field.name()), corrigee.try_cast(SparkSchemas.of(field)))
                            .otherwise(col(field.name())));
        }
        values.put(CHAMPS_CORRIGES, array_sort(corriges));
        return etat.join(broadcast(parEntite), new String[] {numero}, "left")
                .withColumns(values)
                .drop("_corrections");
    }
}

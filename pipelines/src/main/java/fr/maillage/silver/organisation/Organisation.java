package fr.maillage.silver.organisation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Listes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One register of organisations: those that FINESS, the platform of inclusion or a declaration knows. */
public final class Organisation implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ORGANISATION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Silver.ORGANISATION_IDENTIFIANT),
                tables.read(Silver.ENTITE_JURIDIQUE),
                tables.read(Silver.STRUCTURE_INSERTION),
                tables.read(Silver.ORGANISATION_DECLAREE));
    }

    static Dataset<Row> apply(
            Dataset<Row> identifiants, Dataset<Row> entites, Dataset<Row> structures, Dataset<Row> declarees) {
        Dataset<Row> noms = entites.select(col(NUMERO_FINESS_EJ).as("_ej"), col(NOM).as("_nom_ej"));
        Dataset<Row> siae =
                structures.select(col(IDENTIFIANT_SIAE).as("_siae"), col(NOM).as("_nom_siae"), col(TYPE_SIAE));
        Dataset<Row> dites = declarees.select(
                col(CODE_ACTEUR).as("_acteur"),
                col(NOM).as("_nom_dit"),
                col(TYPE_ORGANISATION).as("_type_dit"));
        Dataset<Row> institutions = Listes.lignes(CodeList.read("institution"), entites)
                .select(
                        col("code").as("_institution"),
                        col("libelle").as("_nom_institution"),
                        col(TYPE_ORGANISATION).as("_type_institution"));
        Column acteur = Designations.cle(col(ESPACE_IDENTIFIANT), col(IDENTIFIANT));
        Column loaded = coalesce(col("_chargees"), lit(0L)).gt(0);
        return identifiants
                .join(noms, est("finess_ej").and(col(IDENTIFIANT).equalTo(col("_ej"))), "left")
                .join(siae, est("siae").and(col(IDENTIFIANT).equalTo(col("_siae"))), "left")
                .join(dites, acteur.equalTo(col("_acteur")), "left")
                .join(broadcast(institutions), est("ext").and(col(IDENTIFIANT).equalTo(col("_institution"))), "left")
                .groupBy(CODE_ORGANISATION)
                .agg(
                        coalesce(min("_nom_ej"), min("_nom_siae"), min("_nom_dit"), min("_nom_institution"))
                                .as(NOM),
                        coalesce(min("_type_dit"), min("_type_institution")).as(TYPE_ORGANISATION),
                        max(when(est("siren"), col(IDENTIFIANT))).as(SIREN),
                        array_sort(collect_set(when(est("finess_ej"), col(IDENTIFIANT))))
                                .as(NUMEROS_FINESS_EJ),
                        count(when(est("siae"), lit(1))).as(NB_STRUCTURES_INSERTION),
                        array_sort(collect_set(col(TYPE_SIAE))).as(TYPES_SIAE),
                        array_sort(collect_set(origine())).as(ORIGINES))
                .crossJoin(structures.agg(count(lit(1)).as("_chargees")))
                .withColumn(NB_STRUCTURES_INSERTION, when(loaded, col(NB_STRUCTURES_INSERTION)))
                .drop("_chargees");
    }

    private static Column est(String espace) {
        return col(ESPACE_IDENTIFIANT).equalTo(espace);
    }

    private static Column origine() {
        return when(col(PREUVE_IDENTIFIANT).equalTo("declare"), "declaration")
                .when(est("siae"), "siae")
                .when(est("finess_ej"), "finess")
                .when(est("ext"), "institution");
    }
}

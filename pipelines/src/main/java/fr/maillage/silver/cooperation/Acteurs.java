package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Who is meant by an identifier that a person typed.
 *
 * <p>An actor is written with its namespace: {@code finess:…}, {@code siren:…}, {@code siret:…}, {@code rna:…},
 * {@code coop:…}, {@code ext:…}. Bare, fourteen digits are a SIRET and W with nine characters an RNA. Nine bare digits
 * can be FINESS or SIREN (both carry the same check digit): they are FINESS when the loaded registry has that number,
 * else SIREN. A zero that a spreadsheet dropped in front is put back.
 */
public final class Acteurs {

    private static final String AMBIGUOUS = Identifiant.AMBIGUOUS;
    private static final UserDefinedFunction IDENTIFIANT =
            udf((UDF1<String, String>) Identifiant::of, DataTypes.StringType);

    private Acteurs() {}

    /**
     * Every identifier by which the registry knows an establishment or a legal entity.
     *
     * <p>One row per {@code code_acteur}. A SIRET shared by several establishments, or a SIREN, names the legal entity
     * only.
     */
    public static Dataset<Row> annuaire(Dataset<Row> etablissements, Dataset<Row> entites) {
        Dataset<Row> parEtablissement = etablissements.select(
                concat(lit("finess:"), col(NUMERO_FINESS_ET)).as(CODE_ACTEUR),
                col(NUMERO_FINESS_ET),
                col(NUMERO_FINESS_EJ),
                lit("etablissement").as(RESOLUTION));
        Dataset<Row> parEntite = entites.select(
                concat(lit("finess:"), col(NUMERO_FINESS_EJ)).as(CODE_ACTEUR),
                lit(null).cast("string").as(NUMERO_FINESS_ET),
                col(NUMERO_FINESS_EJ),
                lit("entite_juridique").as(RESOLUTION));
        return parEtablissement
                .union(parEntite)
                .union(parSiret(etablissements))
                .union(parSiren(etablissements, entites))
                .groupBy(CODE_ACTEUR)
                .agg(max(struct(RESOLUTION, NUMERO_FINESS_ET, NUMERO_FINESS_EJ)).as("_acteur"))
                .select(
                        CODE_ACTEUR,
                        "_acteur." + RESOLUTION,
                        "_acteur." + NUMERO_FINESS_ET,
                        "_acteur." + NUMERO_FINESS_EJ);
    }

    /** The same, and the work-integration structures by SIRET and SIREN where FINESS knows no such number. */
    static Dataset<Row> annuaire(Dataset<Row> etablissements, Dataset<Row> entites, Dataset<Row> structures) {
        Dataset<Row> registre = annuaire(etablissements, entites);
        Column codes = array(concat(lit("siret:"), col(SIRET)), concat(lit("siren:"), col(SIREN)));
        Dataset<Row> autres = structures
                .where(col(SIRET).isNotNull())
                .select(explode(codes).as(CODE_ACTEUR))
                .distinct()
                .join(registre.select(CODE_ACTEUR), new String[] {CODE_ACTEUR}, "left_anti")
                .select(
                        col(CODE_ACTEUR),
                        lit("siae").as(RESOLUTION),
                        lit(null).cast("string").as(NUMERO_FINESS_ET),
                        lit(null).cast("string").as(NUMERO_FINESS_EJ));
        return registre.union(autres);
    }

    /** Adds the column {@code code} with the actor meant by the text of {@code typed}; null when none is. */
    public static Dataset<Row> lus(Dataset<Row> lignes, String typed, String code, Dataset<Row> annuaire) {
        Dataset<Row> numeros = annuaire.where(col(CODE_ACTEUR).startsWith("finess:"))
                .select(concat(lit(AMBIGUOUS), substring(col(CODE_ACTEUR), 8, 9))
                        .as("_numero"));
        Column bare = substring(col("_candidat"), AMBIGUOUS.length() + 1, 9);
        Column resolved = when(col("_numero").isNotNull(), concat(lit("finess:"), bare))
                .when(col("_candidat").startsWith(AMBIGUOUS), concat(lit("siren:"), bare))
                .otherwise(col("_candidat"));
        return lignes.withColumn("_candidat", IDENTIFIANT.apply(col(typed)))
                .join(numeros, col("_candidat").equalTo(col("_numero")), "left")
                .withColumn(code, resolved)
                .drop("_candidat", "_numero");
    }

    /** The identifier of a cooperation, with its namespace. */
    static Column cooperation(Column typed) {
        Column own = nullif(regexp_replace(Saisie.texte(typed), "^(?i)coop ?: ?", ""), lit(""));
        return concat(lit("coop:"), own);
    }

    private static Dataset<Row> parSiret(Dataset<Row> etablissements) {
        return etablissements
                .where(col(SIRET).isNotNull())
                .groupBy(SIRET)
                .agg(
                        min(NUMERO_FINESS_ET).as("_et"),
                        count(lit(1)).as("_nombre"),
                        min(NUMERO_FINESS_EJ).as(NUMERO_FINESS_EJ))
                .select(
                        concat(lit("siret:"), col(SIRET)).as(CODE_ACTEUR),
                        when(col("_nombre").equalTo(1), col("_et")).as(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        lit("siret").as(RESOLUTION));
    }

    private static Dataset<Row> parSiren(Dataset<Row> etablissements, Dataset<Row> entites) {
        Dataset<Row> ofSirets =
                etablissements.select(substring(col(SIRET), 1, 9).as(SIREN), col(NUMERO_FINESS_EJ));
        return entites.select(SIREN, NUMERO_FINESS_EJ)
                .union(ofSirets)
                .where(col(SIREN).isNotNull())
                .groupBy(SIREN)
                .agg(min(NUMERO_FINESS_EJ).as(NUMERO_FINESS_EJ))
                .select(
                        concat(lit("siren:"), col(SIREN)).as(CODE_ACTEUR),
                        lit(null).cast("string").as(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        lit("siren").as(RESOLUTION));
    }
}

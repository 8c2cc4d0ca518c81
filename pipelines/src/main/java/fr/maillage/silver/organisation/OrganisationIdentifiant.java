package fr.maillage.silver.organisation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.split_part;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** By which identifiers an organisation is known, and on what evidence. */
public final class OrganisationIdentifiant implements Transformation {

    private static final String IDENTITE = "_identite";
    private static final String RANG_PREUVE = "_rang_preuve";

    @Override
    public TableContract target() {
        return Silver.ORGANISATION_IDENTIFIANT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Silver.ENTITE_JURIDIQUE),
                tables.read(Silver.ETABLISSEMENT),
                tables.read(Silver.STRUCTURE_INSERTION),
                tables.read(Silver.COOPERATION_MEMBRE));
    }

    static Dataset<Row> apply(
            Dataset<Row> entites, Dataset<Row> etablissements, Dataset<Row> structures, Dataset<Row> membres) {
        Column rang = when(col(PREUVE_IDENTIFIANT).equalTo("publie"), 0)
                .when(col(PREUVE_IDENTIFIANT).equalTo("declare"), 2)
                .otherwise(1);
        return entites(entites, etablissements)
                .unionByName(structures(structures))
                .unionByName(membres(membres))
                .where(col(IDENTIFIANT).isNotNull())
                .withColumn(RANG_PREUVE, struct(rang, col(SOURCE)))
                .groupBy(CODE_ORGANISATION, ESPACE_IDENTIFIANT, IDENTIFIANT)
                .agg(
                        min_by(col(PREUVE_IDENTIFIANT), col(RANG_PREUVE)).as(PREUVE_IDENTIFIANT),
                        min_by(col(SOURCE), col(RANG_PREUVE)).as(SOURCE),
                        max("_plusieurs").as("_plusieurs"))
                .select(
                        col(CODE_ORGANISATION),
                        col(ESPACE_IDENTIFIANT),
                        col(IDENTIFIANT),
                        col(PREUVE_IDENTIFIANT),
                        col(SOURCE),
                        lit(null).cast("string").as(Technical.FICHIER),
                        lit(null).cast("bigint").as(Technical.LIGNE),
                        regles(broken("plusieurs_siren", col("_plusieurs"))).as(Technical.REGLES));
    }

    /** Legal entities of FINESS, by the SIREN published, else by the one that begins all SIRET of their establishments. */
    private static Dataset<Row> entites(Dataset<Row> entites, Dataset<Row> etablissements) {
        Dataset<Row> deduits = etablissements
                .where(col(SIRET).isNotNull())
                .groupBy(col(NUMERO_FINESS_EJ).as("_ej"))
                .agg(
                        min(substring(col(SIRET), 1, 9)).as("_siren"),
                        count_distinct(substring(col(SIRET), 1, 9)).as("_nombre"));
        Column unique = when(col("_nombre").equalTo(1), col("_siren"));
        Column siren = coalesce(col(SIREN), unique);
        Column code = coalesce(concat(lit("siren:"), siren), concat(lit("finess:"), col(NUMERO_FINESS_EJ)));
        Column preuve = when(col(SIREN).isNotNull(), "publie").otherwise("siret_etablissements");
        Column several = coalesce(col(SIREN).isNull().and(col("_nombre").gt(1)), lit(false));
        return entites.join(deduits, col(NUMERO_FINESS_EJ).equalTo(col("_ej")), "left")
                .withColumn(IDENTITE, siren)
                .select(
                        code.as(CODE_ORGANISATION),
                        explode(array(
                                        identifiant("finess_ej", col(NUMERO_FINESS_EJ), lit("publie")),
                                        identifiant("siren", col(IDENTITE), preuve)))
                                .as(IDENTITE),
                        col(SOURCE),
                        several.as("_plusieurs"))
                .select(col(CODE_ORGANISATION), col(IDENTITE + ".*"), col(SOURCE), col("_plusieurs"));
    }

    private static Dataset<Row> structures(Dataset<Row> structures) {
        Column code = coalesce(concat(lit("siren:"), col(SIREN)), concat(lit("ext:siae-"), col(IDENTIFIANT_SIAE)));
        return structures
                .select(
                        code.as(CODE_ORGANISATION),
                        explode(array(
                                        identifiant("siae", col(IDENTIFIANT_SIAE), lit("publie")),
                                        identifiant("siret", col(SIRET), lit("publie")),
                                        identifiant("siren", col(SIREN), lit("publie"))))
                                .as(IDENTITE),
                        col(SOURCE),
                        lit(false).as("_plusieurs"))
                .select(col(CODE_ORGANISATION), col(IDENTITE + ".*"), col(SOURCE), col("_plusieurs"));
    }

    /** Members of cooperations that no loaded register knows; the registry tells the others. */
    private static Dataset<Row> membres(Dataset<Row> membres) {
        Column espace = split_part(col(CODE_ACTEUR), lit(":"), lit(1));
        Column numero = substring(col(CODE_ACTEUR), 7, 14);
        Column siren = when(espace.equalTo("siret"), substring(numero, 1, 9)).when(espace.equalTo("siren"), numero);
        Column autre = when(espace.isin("rna", "ext"), espace);
        Column libre = when(espace.isin("rna", "ext"), substring(col(CODE_ACTEUR), 5, 1000));
        return membres.where(
                        col(RESOLUTION).isin("hors_registre", "siae").and(espace.isin("siren", "siret", "rna", "ext")))
                .select(
                        coalesce(concat(lit("siren:"), siren), col(CODE_ACTEUR)).as(CODE_ORGANISATION),
                        explode(array(
                                        identifiant("siren", siren, lit("declare")),
                                        identifiant("siret", when(espace.equalTo("siret"), numero), lit("declare")),
                                        struct(
                                                coalesce(autre, lit("ext")).as(ESPACE_IDENTIFIANT),
                                                libre.as(IDENTIFIANT),
                                                lit("declare").as(PREUVE_IDENTIFIANT))))
                                .as(IDENTITE),
                        col(SOURCE),
                        lit(false).as("_plusieurs"))
                .select(col(CODE_ORGANISATION), col(IDENTITE + ".*"), col(SOURCE), col("_plusieurs"));
    }

    private static Column identifiant(String espace, Column identifiant, Column preuve) {
        return struct(lit(espace).as(ESPACE_IDENTIFIANT), identifiant.as(IDENTIFIANT), preuve.as(PREUVE_IDENTIFIANT));
    }
}

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

    static final String PLUSIEURS_SIREN = "_plusieurs_siren";
    static final String PLUSIEURS = "_plusieurs_organisations";
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
                tables.read(Silver.ORGANISATION_DECLAREE),
                tables.read(Silver.COOPERATION_MEMBRE));
    }

    static Dataset<Row> apply(
            Dataset<Row> entites,
            Dataset<Row> etablissements,
            Dataset<Row> structures,
            Dataset<Row> declarees,
            Dataset<Row> membres) {
        Column rang = when(col(PREUVE_IDENTIFIANT).equalTo("publie"), 0)
                .when(col(PREUVE_IDENTIFIANT).equalTo("declare"), 2)
                .otherwise(1);
        Dataset<Row> publies = entites(entites, etablissements)
                .unionByName(structures(structures))
                .unionByName(IdentifiantsDeclares.institutions(entites));
        Dataset<Row> connus = publies.unionByName(IdentifiantsDeclares.organisations(declarees, publies));
        return connus.unionByName(IdentifiantsDeclares.membres(membres, connus))
                .where(col(IDENTIFIANT).isNotNull())
                .withColumn(RANG_PREUVE, struct(rang, col(SOURCE)))
                .groupBy(CODE_ORGANISATION, ESPACE_IDENTIFIANT, IDENTIFIANT)
                .agg(
                        min_by(col(PREUVE_IDENTIFIANT), col(RANG_PREUVE)).as(PREUVE_IDENTIFIANT),
                        min_by(col(SOURCE), col(RANG_PREUVE)).as(SOURCE),
                        max(PLUSIEURS_SIREN).as(PLUSIEURS_SIREN),
                        max(PLUSIEURS).as(PLUSIEURS))
                .select(
                        col(CODE_ORGANISATION),
                        col(ESPACE_IDENTIFIANT),
                        col(IDENTIFIANT),
                        col(PREUVE_IDENTIFIANT),
                        col(SOURCE),
                        lit(null).cast("string").as(Technical.FICHIER),
                        lit(null).cast("bigint").as(Technical.LIGNE),
                        regles(
                                        broken("plusieurs_siren", col(PLUSIEURS_SIREN)),
                                        broken("plusieurs_organisations", col(PLUSIEURS)))
                                .as(Technical.REGLES));
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
                                        identifiant(lit("finess_ej"), col(NUMERO_FINESS_EJ), lit("publie")),
                                        identifiant(lit("siren"), col(IDENTITE), preuve)))
                                .as(IDENTITE),
                        col(SOURCE),
                        several.as(PLUSIEURS_SIREN),
                        lit(false).as(PLUSIEURS))
                .select(
                        col(CODE_ORGANISATION),
                        col(IDENTITE + ".*"),
                        col(SOURCE),
                        col(PLUSIEURS_SIREN),
                        col(PLUSIEURS));
    }

    private static Dataset<Row> structures(Dataset<Row> structures) {
        Column code = coalesce(concat(lit("siren:"), col(SIREN)), concat(lit("ext:siae-"), col(IDENTIFIANT_SIAE)));
        return structures
                .select(
                        code.as(CODE_ORGANISATION),
                        explode(array(
                                        identifiant(lit("siae"), col(IDENTIFIANT_SIAE), lit("publie")),
                                        identifiant(lit("siret"), col(SIRET), lit("publie")),
                                        identifiant(lit("siren"), col(SIREN), lit("publie"))))
                                .as(IDENTITE),
                        col(SOURCE),
                        lit(false).as(PLUSIEURS_SIREN),
                        lit(false).as(PLUSIEURS))
                .select(
                        col(CODE_ORGANISATION),
                        col(IDENTITE + ".*"),
                        col(SOURCE),
                        col(PLUSIEURS_SIREN),
                        col(PLUSIEURS));
    }

    static Column identifiant(Column espace, Column identifiant, Column preuve) {
        return struct(espace.as(ESPACE_IDENTIFIANT), identifiant.as(IDENTIFIANT), preuve.as(PREUVE_IDENTIFIANT));
    }
}

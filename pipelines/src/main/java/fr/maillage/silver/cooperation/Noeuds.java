package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which node of the network an actor is: an organisation or a cooperation.
 *
 * <p>An establishment is the organisation that manages it. A legal entity, or an establishment, that a register gives away
 * as a cooperation is that cooperation; a cooperation both declared and found is the declared one. An actor that no
 * register knows stands for itself, a SIRET for its SIREN.
 */
public final class Noeuds {

    private static final String RANG_NOEUD = "_rang_noeud";
    private static final String COOPERATION_PROPRE = "_cooperation_propre";
    private static final String NUMERO_PROPRE = "_numero_propre";
    private static final String ORGANISATION = "_organisation";

    private Noeuds() {}

    /** One row per actor that is not its own node as it stands: code_acteur, code_noeud. */
    public static Dataset<Row> read(Tables tables) {
        return of(
                Acteurs.annuaire(
                        tables.read(Silver.ETABLISSEMENT),
                        tables.read(Silver.ENTITE_JURIDIQUE),
                        tables.read(Silver.STRUCTURE_INSERTION)),
                tables.read(Silver.ORGANISATION_IDENTIFIANT),
                tables.read(Silver.COOPERATION),
                CooperationRapprochement.retenus(tables));
    }

    /**
     * Rows of establishments with their {@code code_noeud}, as {@link #read} says it of {@code finess:} and their number.
     *
     * <p>Nothing but their own numbers has to be known for that: a few lists are sent along, and no register is gathered.
     */
    public static Dataset<Row> desEtablissements(Dataset<Row> etablissements, Tables tables) {
        Dataset<Row> parNumero =
                parNumero(comptees(tables.read(Silver.COOPERATION), CooperationRapprochement.retenus(tables)));
        Dataset<Row> propres = parNumero.toDF(NUMERO_FINESS_ET, CODE_NOEUD);
        return avecEntite(etablissements, tables.read(Silver.ORGANISATION_IDENTIFIANT), parNumero)
                .withColumnRenamed(CODE_NOEUD, ORGANISATION)
                .join(broadcast(propres), new String[] {NUMERO_FINESS_ET}, "left")
                .withColumn(
                        CODE_NOEUD,
                        coalesce(col(CODE_NOEUD), col(ORGANISATION), concat(lit("finess:"), col(NUMERO_FINESS_ET))))
                .drop(ORGANISATION);
    }

    /** Rows of work-integration structures with their {@code code_noeud}, as {@link #read} says it of their SIREN. */
    public static Dataset<Row> desStructures(Dataset<Row> structures, Tables tables) {
        Dataset<Row> sirens = structures.select(SIREN).where(col(SIREN).isNotNull());
        String[] key = {SIREN};
        Dataset<Row> etablissements = tables.read(Silver.ETABLISSEMENT)
                .withColumn(SIREN, substring(col(SIRET), 1, 9))
                .join(broadcast(sirens), key, "left_semi");
        Dataset<Row> entites = tables.read(Silver.ENTITE_JURIDIQUE).join(broadcast(sirens), key, "left_semi");
        Column organisation =
                coalesce(concat(lit("siren:"), col(SIREN)), concat(lit("ext:siae-"), col(IDENTIFIANT_SIAE)));
        Dataset<Row> noeuds = of(
                Acteurs.annuaire(etablissements, entites),
                tables.read(Silver.ORGANISATION_IDENTIFIANT),
                tables.read(Silver.COOPERATION),
                CooperationRapprochement.retenus(tables));
        return avec(structures.withColumn(CODE_ACTEUR, organisation), CODE_ACTEUR, CODE_NOEUD, noeuds)
                .drop(CODE_ACTEUR);
    }

    static Dataset<Row> of(
            Dataset<Row> annuaire, Dataset<Row> identifiants, Dataset<Row> cooperations, Dataset<Row> rapprochements) {
        Dataset<Row> comptees = comptees(cooperations, rapprochements);
        Dataset<Row> parNumero = parNumero(comptees);
        Dataset<Row> deCooperations = comptees.select(col(CODE_COOPERATION).as(CODE_ACTEUR), col(CODE_NOEUD))
                .unionByName(parNumero.select(
                        concat(lit("finess:"), col(NUMERO_PROPRE)).as(CODE_ACTEUR),
                        col(COOPERATION_PROPRE).as(CODE_NOEUD)));
        return ranged(deCooperations, 0)
                .unionByName(ranged(gerees(annuaire, identifiants, parNumero), 1))
                .unionByName(ranged(identifiees(identifiants), 2))
                .where(col(CODE_NOEUD).isNotNull())
                .groupBy(CODE_ACTEUR)
                .agg(min_by(col(CODE_NOEUD), struct(RANG_NOEUD, CODE_NOEUD)).as(CODE_NOEUD));
    }

    /** Adds the column {@code noeud} with the node of the actor in {@code acteur}. */
    public static Dataset<Row> avec(Dataset<Row> lignes, String acteur, String noeud, Dataset<Row> noeuds) {
        Column itself = when(col(acteur).startsWith("siret:"), concat(lit("siren:"), substring(col(acteur), 7, 9)))
                .otherwise(col(acteur));
        Dataset<Row> named =
                noeuds.select(col(CODE_ACTEUR).as("_acteur"), col(CODE_NOEUD).as("_noeud"));
        return lignes.join(named, col(acteur).equalTo(col("_acteur")), "left")
                .withColumn(noeud, coalesce(col("_noeud"), itself))
                .drop("_acteur", "_noeud");
    }

    private static Dataset<Row> comptees(Dataset<Row> cooperations, Dataset<Row> rapprochements) {
        Dataset<Row> declared = rapprochements
                .groupBy(col(CODE_COOPERATION_DETECTEE).as(CODE_COOPERATION))
                .agg(min(CODE_COOPERATION_DECLAREE).as(CODE_COOPERATION_DECLAREE));
        return cooperations
                .join(declared, new String[] {CODE_COOPERATION}, "left")
                .select(
                        col(CODE_COOPERATION),
                        coalesce(col(CODE_COOPERATION_DECLAREE), col(CODE_COOPERATION))
                                .as(CODE_NOEUD),
                        col(NUMERO_FINESS));
    }

    /** Cooperations by the FINESS number they have themselves. */
    private static Dataset<Row> parNumero(Dataset<Row> comptees) {
        return comptees.where(col(NUMERO_FINESS).isNotNull())
                .groupBy(col(NUMERO_FINESS).as(NUMERO_PROPRE))
                .agg(min(CODE_NOEUD).as(COOPERATION_PROPRE));
    }

    /** Actors that FINESS knows, by the legal entity behind them. */
    private static Dataset<Row> gerees(Dataset<Row> annuaire, Dataset<Row> identifiants, Dataset<Row> parNumero) {
        return avecEntite(annuaire.where(col(NUMERO_FINESS_EJ).isNotNull()), identifiants, parNumero)
                .select(CODE_ACTEUR, CODE_NOEUD);
    }

    /** Rows with the node their legal entity is; null where they have none. */
    private static Dataset<Row> avecEntite(Dataset<Row> lignes, Dataset<Row> identifiants, Dataset<Row> parNumero) {
        Dataset<Row> organisations = identifiants
                .where(col(ESPACE_IDENTIFIANT).equalTo("finess_ej"))
                .groupBy(col(IDENTIFIANT).as(NUMERO_FINESS_EJ))
                .agg(min(CODE_ORGANISATION).as(ORGANISATION));
        Dataset<Row> propres = parNumero.toDF(NUMERO_FINESS_EJ, COOPERATION_PROPRE);
        return lignes.join(broadcast(organisations), new String[] {NUMERO_FINESS_EJ}, "left")
                .join(broadcast(propres), new String[] {NUMERO_FINESS_EJ}, "left")
                .withColumn(
                        CODE_NOEUD,
                        coalesce(
                                col(COOPERATION_PROPRE),
                                col(ORGANISATION),
                                concat(lit("finess:"), col(NUMERO_FINESS_EJ))))
                .drop(COOPERATION_PROPRE, ORGANISATION);
    }

    private static Dataset<Row> identifiees(Dataset<Row> identifiants) {
        return identifiants
                .where(col(ESPACE_IDENTIFIANT).isin("siren", "siret", "rna", "ext"))
                .select(
                        concat_ws(":", col(ESPACE_IDENTIFIANT), col(IDENTIFIANT))
                                .as(CODE_ACTEUR),
                        col(CODE_ORGANISATION).as(CODE_NOEUD));
    }

    private static Dataset<Row> ranged(Dataset<Row> noeuds, int rang) {
        return noeuds.withColumn(RANG_NOEUD, lit(rang));
    }
}

package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
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

    static Dataset<Row> of(
            Dataset<Row> annuaire, Dataset<Row> identifiants, Dataset<Row> cooperations, Dataset<Row> rapprochements) {
        Dataset<Row> comptees = comptees(cooperations, rapprochements);
        Dataset<Row> parNumero = comptees.where(col(NUMERO_FINESS).isNotNull())
                .groupBy(col(NUMERO_FINESS).as(NUMERO_PROPRE))
                .agg(min(CODE_NOEUD).as(COOPERATION_PROPRE));
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

    /** Actors that FINESS knows, by the legal entity behind them. */
    private static Dataset<Row> gerees(Dataset<Row> annuaire, Dataset<Row> identifiants, Dataset<Row> parNumero) {
        Dataset<Row> organisations = identifiants
                .where(col(ESPACE_IDENTIFIANT).equalTo("finess_ej"))
                .groupBy(col(IDENTIFIANT).as(NUMERO_FINESS_EJ))
                .agg(min(CODE_ORGANISATION).as(ORGANISATION));
        return annuaire.where(col(NUMERO_FINESS_EJ).isNotNull())
                .join(organisations, new String[] {NUMERO_FINESS_EJ}, "left")
                .join(parNumero, col(NUMERO_FINESS_EJ).equalTo(col(NUMERO_PROPRE)), "left")
                .select(
                        col(CODE_ACTEUR),
                        coalesce(
                                        col(COOPERATION_PROPRE),
                                        col(ORGANISATION),
                                        concat(lit("finess:"), col(NUMERO_FINESS_EJ)))
                                .as(CODE_NOEUD));
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

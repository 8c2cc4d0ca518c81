package fr.maillage.gold.changement;

import static fr.maillage.gold.changement.Suivies.AVANT;
import static fr.maillage.gold.changement.Suivies.TOUJOURS;
import static fr.maillage.gold.changement.Suivies.VERSION;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Parutions;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What changed in the register from one release to the next, as the history is known now. */
public final class Changement implements Transformation {

    @Override
    public TableContract target() {
        return Gold.CHANGEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> differences = Objet.ALL.stream()
                .map(objet -> Differences.of(objet, tables.read(objet.versions()), Parutions.of(tables, objet.nom())))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        return apply(
                differences,
                annuaire(tables.read(Silver.ETABLISSEMENT_VERSION), tables.read(Silver.ETABLISSEMENT)),
                tables.read(Silver.COMMUNE_SUCCESSEUR));
    }

    static Dataset<Row> apply(Dataset<Row> differences, Dataset<Row> annuaire, Dataset<Row> successeurs) {
        Dataset<Row> connues = differences.where(col(Differences.SORTE)
                .notEqual(Differences.PREMIERE)
                .or(coalesce(col(DATE_PARUTION_AVANT), col(Differences.AUTRE_PARUTION))
                        .isNotNull()));
        Column apres = col(VERSION + "." + CODE_COMMUNE_PUBLIE);
        return commune(
                        commune(connues, AVANT, Jugement.COMMUNE_AVANT, successeurs),
                        VERSION,
                        Jugement.COMMUNE_APRES,
                        successeurs)
                .withColumn(DATE_EFFET, Jugement.dateEffet())
                .withColumn(NATURE, Jugement.nature())
                .withColumn(REALITE, Jugement.realite())
                .withColumn(DATE_PARUTION_AVANT, coalesce(col(DATE_PARUTION_AVANT), col(Differences.AUTRE_PARUTION)))
                .join(annuaire, NUMERO_FINESS, "left")
                .withColumn(CODE_COMMUNE, coalesce(apres, col("_commune")))
                .withColumn(CODE_DEPARTEMENT, departement())
                .withColumn(NOM, coalesce(col(VERSION + "." + NOM), col("_nom")))
                .withColumn(NUMERO_FINESS_EJ, gestionnaire())
                .withColumn(CODE_CATEGORIE, coalesce(col(VERSION + "." + CODE_CATEGORIE), col("_categorie")))
                .select(Gold.CHANGEMENT.columns().stream().map(functions::col).toArray(Column[]::new));
    }

    /** What is known last of each establishment: for its equipment, and where a version tells no commune. */
    private static Dataset<Row> annuaire(Dataset<Row> versions, Dataset<Row> etablissements) {
        Dataset<Row> situes = etablissements.select(
                col(NUMERO_FINESS_ET).as(NUMERO_FINESS), col(CODE_COMMUNE).as("_situee"));
        return versions.where(col(CONNU_AU).equalTo(TOUJOURS))
                .groupBy(col(NUMERO_FINESS_ET).as(NUMERO_FINESS))
                .agg(max_by(
                                struct(
                                        col(NOM),
                                        col(NUMERO_FINESS_EJ),
                                        col(CODE_CATEGORIE),
                                        col(CODE_COMMUNE_PUBLIE),
                                        col(CODE_DEPARTEMENT_FINESS)),
                                col(VALIDE_DU))
                        .as("_connu"))
                .join(situes, NUMERO_FINESS, "left")
                .select(
                        col(NUMERO_FINESS),
                        col("_connu." + NOM).as("_nom"),
                        col("_connu." + NUMERO_FINESS_EJ).as("_gestionnaire"),
                        col("_connu." + CODE_CATEGORIE).as("_categorie"),
                        coalesce(col("_connu." + CODE_COMMUNE_PUBLIE), col("_situee"))
                                .as("_commune"),
                        col("_connu." + CODE_DEPARTEMENT_FINESS).as("_departement"));
    }

    /** The published commune under the code that it has now, where what it meant last was merged or renumbered. */
    private static Dataset<Row> commune(Dataset<Row> rows, String version, String name, Dataset<Row> successeurs) {
        Dataset<Row> cibles = successeurs
                .where(col(NATURE_PASSAGE)
                        .equalTo("fusion_ou_code")
                        .and(col(LU_AU).equalTo(TOUJOURS)))
                .groupBy(col(CODE_COMMUNE).as("_ancien"))
                .agg(max(CODE_COMMUNE_CIBLE).as("_cible"));
        Column publiee = col(version + "." + CODE_COMMUNE_PUBLIE);
        return rows.join(broadcast(cibles), publiee.equalTo(col("_ancien")), "left")
                .withColumn(name, coalesce(col("_cible"), publiee))
                .drop("_ancien", "_cible");
    }

    private static Column gestionnaire() {
        return when(col(OBJET).equalTo(Objet.ENTITE_JURIDIQUE.nom()), col(NUMERO_FINESS))
                .otherwise(coalesce(col(VERSION + "." + NUMERO_FINESS_EJ), col("_gestionnaire")));
    }

    private static Column departement() {
        Column overseas =
                col(CODE_COMMUNE).startsWith("97").or(col(CODE_COMMUNE).startsWith("98"));
        return coalesce(
                when(overseas, substring(col(CODE_COMMUNE), 1, 3)).otherwise(substring(col(CODE_COMMUNE), 1, 2)),
                Lieux.departement(coalesce(col(VERSION + "." + CODE_DEPARTEMENT_FINESS), col("_departement"))),
                Lieux.departementDuNumero(col(NUMERO_FINESS)));
    }
}

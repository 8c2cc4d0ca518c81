package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The table that the ANAP guide printed in 2011, for the state of the cadre and every territory, with the change since.
 *
 * <p>Establishments are those of offre_par_territoire in the medico-social scope; the country alone was printed.
 */
public final class EsmsParCategorie implements Transformation {

    private static final String EXCLUS = "_exclus";
    private static final String[] LIGNE = {NIVEAU_CATEGORIE, CODE_REGROUPEMENT};

    @Override
    public TableContract target() {
        return Gold.ESMS_PAR_CATEGORIE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Gold.OFFRE_PAR_TERRITOIRE),
                tables.read(Gold.REFERENCE_ANAP_2011),
                tables.read(Silver.CATEGORIE),
                Perimetre.categoriesExclues(tables));
    }

    static Dataset<Row> apply(Dataset<Row> offres, Dataset<Row> reference, Dataset<Row> categories, String[] exclues) {
        Dataset<Row> esms = offres.where(col(PERIMETRE).equalTo(Perimetre.ESMS))
                .where(col(NIVEAU_CATEGORIE).notEqual("agregat_1"))
                .select(
                        NIVEAU,
                        CODE_TERRITOIRE,
                        MILLESIME,
                        LIBELLE_TERRITOIRE,
                        CODE_REGION,
                        NIVEAU_CATEGORIE,
                        CODE_REGROUPEMENT,
                        LIBELLE_REGROUPEMENT,
                        NB_ETABLISSEMENTS);
        Dataset<Row> imprimees = imprimees(reference);
        return compares(comptes(esms.unionByName(disparues(esms, imprimees)), categories, exclues), imprimees);
    }

    /** The printed figure of each line: categories, their groups, and all. */
    private static Dataset<Row> imprimees(Dataset<Row> reference) {
        Column categorie = col(NIVEAU_CATEGORIE).equalTo("categorie");
        return reference
                .withColumn(CODE_AGREGAT_1, lit(null).cast("string"))
                .withColumn(EXCLUS, explode(Regroupements.of()))
                .select(col("*"), col(EXCLUS + ".*"))
                .groupBy(NIVEAU_CATEGORIE, CODE_REGROUPEMENT)
                .agg(
                        sum(NB_ETABLISSEMENTS).as(NB_ETABLISSEMENTS_2011),
                        max(when(categorie, col(LIBELLE))).as(LIBELLE),
                        max(when(categorie, col(FINANCEMENT_2011))).as(FINANCEMENT_2011),
                        max(when(categorie, col(PROVENANCE_FINANCEMENT))).as(PROVENANCE_FINANCEMENT));
    }

    /** Lines that were printed and of which no establishment is left in the country. */
    private static Dataset<Row> disparues(Dataset<Row> esms, Dataset<Row> imprimees) {
        Dataset<Row> pays = esms.where(col(NIVEAU).equalTo(Agregation.NATIONAL));
        Dataset<Row> titre = pays.where(col(NIVEAU_CATEGORIE).equalTo(Regroupements.ENSEMBLE))
                .select(NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE, CODE_REGION);
        return imprimees
                .join(pays.select(NIVEAU_CATEGORIE, CODE_REGROUPEMENT), LIGNE, "left_anti")
                .crossJoin(broadcast(titre))
                .withColumn(LIBELLE_REGROUPEMENT, col(LIBELLE))
                .withColumn(NB_ETABLISSEMENTS, lit(0L))
                .drop(LIBELLE, NB_ETABLISSEMENTS_2011, FINANCEMENT_2011, PROVENANCE_FINANCEMENT);
    }

    /** Shares, and the count without the excluded categories on every line they are part of. */
    private static Dataset<Row> comptes(Dataset<Row> esms, Dataset<Row> categories, String[] exclues) {
        String[] cle = {NIVEAU, CODE_TERRITOIRE, NIVEAU_CATEGORIE, CODE_REGROUPEMENT};
        Column ensemble = max(when(col(NIVEAU_CATEGORIE).equalTo(Regroupements.ENSEMBLE), col(NB_ETABLISSEMENTS)))
                .over(Window.partitionBy(NIVEAU, CODE_TERRITOIRE));
        return esms.join(broadcast(exclus(esms, categories, exclues)), cle, "left")
                .withColumn(
                        PART_ETABLISSEMENTS, try_divide(col(NB_ETABLISSEMENTS).cast("double"), ensemble))
                .withColumn(
                        NB_ETABLISSEMENTS_HORS_EXCLUSIONS,
                        col(NB_ETABLISSEMENTS).minus(coalesce(col(EXCLUS), lit(0L))))
                .drop(EXCLUS);
    }

    private static Dataset<Row> exclus(Dataset<Row> esms, Dataset<Row> categories, String[] exclues) {
        Dataset<Row> groupes = categories
                .where(col(CODE_CATEGORIE).isin((Object[]) exclues))
                .withColumn(CODE_AGREGAT_1, lit(null).cast("string"))
                .select(col(CODE_CATEGORIE), explode(Regroupements.of()).as(EXCLUS))
                .select(col(CODE_CATEGORIE), col(EXCLUS + ".*"));
        return esms.where(col(NIVEAU_CATEGORIE).equalTo("categorie"))
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(CODE_REGROUPEMENT).as(CODE_CATEGORIE),
                        col(NB_ETABLISSEMENTS))
                .join(broadcast(groupes), new String[] {CODE_CATEGORIE}, "inner")
                .groupBy(NIVEAU, CODE_TERRITOIRE, NIVEAU_CATEGORIE, CODE_REGROUPEMENT)
                .agg(sum(NB_ETABLISSEMENTS).as(EXCLUS));
    }

    private static Dataset<Row> compares(Dataset<Row> comptes, Dataset<Row> imprimees) {
        Column printed = when(col(NIVEAU).equalTo(Agregation.NATIONAL), col(NB_ETABLISSEMENTS_2011));
        Column change = col(NB_ETABLISSEMENTS_HORS_EXCLUSIONS).minus(col(NB_ETABLISSEMENTS_2011));
        return comptes.join(broadcast(imprimees.drop(LIBELLE)), LIGNE, "left")
                .withColumn(NB_ETABLISSEMENTS_2011, printed)
                .withColumn(EVOLUTION, change)
                .withColumn(TAUX_EVOLUTION, try_divide(col(EVOLUTION).cast("double"), col(NB_ETABLISSEMENTS_2011)));
    }
}

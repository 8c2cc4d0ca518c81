package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The population of the territories of the cadre, from populations in the geography of their files.
 *
 * <p>For each commune of the cadre the newest year is taken in which the population of all it came from is known. A
 * commune without such a year leaves its territories unknown, and so does one that was split for the territories that
 * hold a part of it only.
 */
public final class Denominateur {

    private final Dataset<Row> communes;
    private final Dataset<Row> successeurs;
    private final Dataset<Row> rattachement;

    /**
     * @param communes silver/commune, every vintage
     * @param successeurs silver/commune_successeur
     * @param rattachement silver/rattachement
     */
    public Denominateur(Dataset<Row> communes, Dataset<Row> successeurs, Dataset<Row> rattachement) {
        this.communes = communes;
        this.successeurs = successeurs;
        this.rattachement = rattachement;
    }

    /**
     * niveau, code_territoire and population, null when unknown.
     *
     * @param notAfter last year of a legal population to be used; 0 for no limit
     */
    public Dataset<Row> population(Dataset<Row> populations, long notAfter) {
        Dataset<Row> retenues = retenues(attendues(
                populations.where(notAfter == 0 ? lit(true) : col(ANNEE).leq(notAfter))));
        Dataset<Row> connues =
                retenues.select(CODE_COMMUNE, MILLESIME, POPULATION_MUNICIPALE).distinct();
        Dataset<Row> sommes = new Passerelle(successeurs, rattachement)
                .territoires(connues)
                .join(connues, new String[] {CODE_COMMUNE, MILLESIME}, "inner")
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(
                        sum(POPULATION_MUNICIPALE).as(POPULATION),
                        min(Passerelle.CERTAIN).as(Passerelle.CERTAIN));
        return complets(retenues)
                .join(sommes, new String[] {NIVEAU, CODE_TERRITOIRE}, "left")
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        when(col("_complet").and(col(Passerelle.CERTAIN)), col(POPULATION))
                                .as(POPULATION));
    }

    /** Every commune whose population is expected in a year, with it or with null. */
    private Dataset<Row> attendues(Dataset<Row> populations) {
        Dataset<Row> annees = populations.select(ANNEE, MILLESIME).distinct();
        Dataset<Row> codes = communes.select(CODE_COMMUNE, MILLESIME)
                .join(broadcast(annees), MILLESIME)
                .select(CODE_COMMUNE, MILLESIME, ANNEE);
        String[] key = {CODE_COMMUNE, MILLESIME, ANNEE};
        return codes.join(populations.select(CODE_COMMUNE, MILLESIME, ANNEE, POPULATION_MUNICIPALE), key, "full");
    }

    /** For each commune of the cadre, what it came from in the newest complete year. */
    private Dataset<Row> retenues(Dataset<Row> attendues) {
        Column complete =
                min(col(POPULATION_MUNICIPALE).isNotNull()).over(Window.partitionBy(CODE_COMMUNE_CIBLE, ANNEE));
        Column newest = max(ANNEE).over(Window.partitionBy(CODE_COMMUNE_CIBLE));
        return attendues
                .join(
                        successeurs.select(CODE_COMMUNE, MILLESIME, CODE_COMMUNE_CIBLE),
                        new String[] {CODE_COMMUNE, MILLESIME},
                        "inner")
                .withColumn("_complete", complete)
                .where(col("_complete"))
                .withColumn("_annee", newest)
                .where(col(ANNEE).equalTo(col("_annee")))
                .drop("_complete", "_annee");
    }

    /** niveau, code_territoire and whether the population of every commune is known. */
    private Dataset<Row> complets(Dataset<Row> retenues) {
        Dataset<Row> connues = retenues.select(
                        col(CODE_COMMUNE_CIBLE).as(CODE_COMMUNE), lit(true).as("_connue"))
                .distinct();
        return rattachement
                .join(connues, new String[] {CODE_COMMUNE}, "left")
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(min(coalesce(col("_connue"), lit(false))).as("_complet"));
    }
}

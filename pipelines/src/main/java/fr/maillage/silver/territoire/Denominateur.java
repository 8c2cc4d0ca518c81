package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The population of the territories of the cadre, from populations in the geography of their files.
 *
 * <p>For each commune of the cadre the newest year is taken in which the population of all it came from is known. A
 * commune without such a year leaves its territories unknown, and so does one that was split for the territories that
 * hold a part of it only.
 */
public final class Denominateur {

    private static final String SOURCES = "_sources";
    private static final String TERRITOIRES = "_territoires";
    private static final String CONNUE = "_connue";

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
        Column used = notAfter == 0 ? lit(true) : col(ANNEE).leq(notAfter);
        // A commune of the cadre without any known population stands for itself, unknown.
        Column source = coalesce(col(CODE_COMMUNE), col(CODE_COMMUNE_CIBLE));
        Column connue =
                size(col(TERRITOIRES)).equalTo(1).and(col(POPULATION_MUNICIPALE).isNotNull());
        return rattachement
                .select(col(CODE_COMMUNE).as(CODE_COMMUNE_CIBLE), col(NIVEAU), col(CODE_TERRITOIRE))
                .join(retenues(attendues(populations.where(used))), new String[] {CODE_COMMUNE_CIBLE}, "left")
                .groupBy(source.as(CODE_COMMUNE), col(MILLESIME), col(NIVEAU))
                .agg(
                        collect_set(CODE_TERRITOIRE).as(TERRITOIRES),
                        max(POPULATION_MUNICIPALE).as(POPULATION_MUNICIPALE))
                .select(
                        col(NIVEAU),
                        explode(col(TERRITOIRES)).as(CODE_TERRITOIRE),
                        col(POPULATION_MUNICIPALE),
                        connue.as(CONNUE))
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(sum(POPULATION_MUNICIPALE).as(POPULATION), min(CONNUE).as(CONNUE))
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        when(col(CONNUE), col(POPULATION)).as(POPULATION));
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

    /** For each commune of the cadre, what it came from in the newest year in which all of that is known. */
    private Dataset<Row> retenues(Dataset<Row> attendues) {
        return attendues
                .join(
                        successeurs.select(CODE_COMMUNE, MILLESIME, CODE_COMMUNE_CIBLE),
                        new String[] {CODE_COMMUNE, MILLESIME},
                        "inner")
                .groupBy(CODE_COMMUNE_CIBLE, ANNEE)
                .agg(
                        collect_list(struct(CODE_COMMUNE, MILLESIME, POPULATION_MUNICIPALE))
                                .as(SOURCES),
                        min(col(POPULATION_MUNICIPALE).isNotNull()).as(CONNUE))
                .where(col(CONNUE))
                .groupBy(CODE_COMMUNE_CIBLE)
                .agg(max_by(col(SOURCES), col(ANNEE)).as(SOURCES))
                .select(col(CODE_COMMUNE_CIBLE), explode(col(SOURCES)).as("_source"))
                .select(col(CODE_COMMUNE_CIBLE), col("_source.*"));
    }
}

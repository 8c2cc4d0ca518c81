package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The population of the territories of the cadre, from populations in the geography of their files.
 *
 * <p>For each commune of the cadre the newest year is taken in which the population of all it came from is known. A
 * commune without such a year leaves its territories unknown. The inhabitants of one that was split are shared among its
 * pieces, each whole, so that they add up; where no population tells the pieces apart, the territories that hold only
 * some of them are unknown.
 */
public final class Denominateur {

    private static final String SOURCES = "_sources";
    private static final String CONNUE = "_connue";
    private static final String LUE = "_lue";
    private static final String BAS = "_bas";
    private static final String HAUT = "_haut";
    private static final String PARTAGEE = "_partagee";
    private static final String ESTIMEE = "_estimee";
    private static final String INCONNUE = "_inconnue";
    private static final double ALMOST_ONE = 1 - 1e-9;

    private final Dataset<Row> vies;
    private final Dataset<Row> successeurs;
    private final Dataset<Row> rattachement;

    /**
     * @param vies silver/commune_vie
     * @param successeurs silver/commune_successeur
     * @param rattachement silver/rattachement
     */
    public Denominateur(Dataset<Row> vies, Dataset<Row> successeurs, Dataset<Row> rattachement) {
        this.vies = vies;
        this.successeurs = successeurs;
        this.rattachement = rattachement;
    }

    /**
     * niveau, code_territoire, population, null when unknown, and part_estimee of it.
     *
     * @param notAfter last year of a legal population to be used; 0 for no limit
     */
    public Dataset<Row> population(Dataset<Row> populations, long notAfter) {
        // The population is of whole people, the estimated part is not: of a zone that is all estimated it may be more.
        Column estimated = try_divide(col(ESTIMEE), col(POPULATION));
        Column whole = col(PART).geq(ALMOST_ONE);
        return portions(populations, notAfter)
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        when(whole, col(POPULATION_MUNICIPALE).cast("double"))
                                .otherwise(col(POPULATION))
                                .as(POPULATION),
                        when(whole, col(POPULATION_MUNICIPALE).isNotNull())
                                .otherwise(col(CONNUE))
                                .as(CONNUE),
                        when(not(whole), col(POPULATION)).as(ESTIMEE))
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(
                        round(sum(POPULATION)).cast("bigint").as(POPULATION),
                        sum(ESTIMEE).as(ESTIMEE),
                        min(CONNUE).as(CONNUE))
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        when(col(CONNUE), col(POPULATION)).as(POPULATION),
                        when(col(CONNUE), least(lit(1.0), coalesce(estimated, lit(0.0))))
                                .as(PART_ESTIMEE));
    }

    /**
     * Which share of the inhabitants of which commune, in the geography and of the year of its figure, each territory of
     * the cadre holds: niveau, code_territoire, code_commune, annee, part. What {@link #population} adds up.
     */
    public Dataset<Row> parts(Dataset<Row> populations, long notAfter) {
        Column whole = col(PART).geq(ALMOST_ONE);
        Column share = try_divide(col(POPULATION), col(POPULATION_MUNICIPALE));
        return portions(populations, notAfter)
                .where(col(POPULATION_MUNICIPALE).isNotNull())
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(CODE_COMMUNE),
                        col(ANNEE),
                        when(whole, lit(1.0))
                                .otherwise(coalesce(share, lit(0.0)))
                                .as(PART));
    }

    /** What each territory holds of each commune of a figure. */
    private Dataset<Row> portions(Dataset<Row> populations, long notAfter) {
        Column used = notAfter == 0 ? lit(true) : col(ANNEE).leq(notAfter);
        // A commune of the cadre without any known population stands for itself, unknown.
        Column source = coalesce(col(CODE_COMMUNE), col(CODE_COMMUNE_CIBLE));
        return rattachement
                .select(
                        col(CODE_COMMUNE).as(CODE_COMMUNE_CIBLE),
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        coalesce(col(PART), lit(1.0)).as(PARTAGEE),
                        coalesce(col(NATURE_PART).equalTo("inconnu"), lit(false))
                                .as(INCONNUE))
                .join(retenues(attendues(populations.where(used))), new String[] {CODE_COMMUNE_CIBLE}, "left")
                .groupBy(source.as(CODE_COMMUNE), col(MILLESIME), col(ANNEE), col(NIVEAU), col(CODE_TERRITOIRE))
                .agg(
                        max(POPULATION_MUNICIPALE).as(POPULATION_MUNICIPALE),
                        sum(col(HAUT).minus(col(BAS)).multiply(col(PARTAGEE))).as(PART),
                        sum(habitants().multiply(col(PARTAGEE))).as(POPULATION),
                        min(habitants().isNotNull().and(not(col(INCONNUE)))).as(CONNUE));
    }

    /** The inhabitants of a piece: whole people, and those of all pieces add up to those of the commune. */
    private static Column habitants() {
        Column known = col(NATURE_PART).notEqual("inconnu");
        Column people = round(col(POPULATION_MUNICIPALE).multiply(col(HAUT)))
                .minus(round(col(POPULATION_MUNICIPALE).multiply(col(BAS))));
        return when(known, people);
    }

    /** Every commune whose population is expected in a year, with it or with null. */
    private Dataset<Row> attendues(Dataset<Row> populations) {
        Dataset<Row> annees = populations.select(ANNEE, MILLESIME).distinct();
        Dataset<Row> codes = vies.where(col(TYPE_COMMUNE).equalTo("COM"))
                .join(broadcast(annees), Millesimes.within(col(MILLESIME), DATE_DEBUT, DATE_FIN))
                .select(CODE_COMMUNE, MILLESIME, ANNEE);
        String[] key = {CODE_COMMUNE, MILLESIME, ANNEE};
        return codes.join(populations.select(CODE_COMMUNE, MILLESIME, ANNEE, POPULATION_MUNICIPALE), key, "full");
    }

    /** For each commune of the cadre, what it came from in the newest year in which all of that is known. */
    private Dataset<Row> retenues(Dataset<Row> attendues) {
        return attendues
                .join(
                        lectures(),
                        col(LUE).equalTo(col(CODE_COMMUNE)).and(Millesimes.within(col(MILLESIME), LU_DU, LU_AU)))
                .groupBy(CODE_COMMUNE_CIBLE, ANNEE)
                .agg(
                        collect_list(struct(
                                        CODE_COMMUNE, MILLESIME, ANNEE, POPULATION_MUNICIPALE, BAS, HAUT, NATURE_PART))
                                .as(SOURCES),
                        min(col(POPULATION_MUNICIPALE).isNotNull()).as(CONNUE))
                .where(col(CONNUE))
                .groupBy(CODE_COMMUNE_CIBLE)
                .agg(max_by(col(SOURCES), col(ANNEE)).as(SOURCES))
                .select(col(CODE_COMMUNE_CIBLE), explode(col(SOURCES)).as("_source"))
                .select(col(CODE_COMMUNE_CIBLE), col("_source.*"));
    }

    /** Successors with where the share of each begins and ends among those of one code. */
    private Dataset<Row> lectures() {
        Column until = sum(PART).over(Window.partitionBy(CODE_COMMUNE, LU_DU).orderBy(CODE_COMMUNE_CIBLE));
        return successeurs
                .withColumn(HAUT, until)
                .select(
                        col(CODE_COMMUNE).as(LUE),
                        col(LU_DU),
                        col(LU_AU),
                        col(CODE_COMMUNE_CIBLE),
                        col(NATURE_PART),
                        col(HAUT).minus(col(PART)).as(BAS),
                        col(HAUT));
    }
}

package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many cooperations cover each commune, and what of its people they cover. */
final class ParCommune {

    /** Cooperations that cover it. */
    static final String NB = "_nb";

    /** Whether cooperations cover it that may count, nothing telling their public or category. */
    static final String DOUTE = "_doute";

    private static final String SHARE = "_share";
    private static final String SELECTION = "_selection";

    private ParCommune() {}

    /**
     * One row per commune, sense and selection where something covers it, or may: {@link #NB}, {@link #DOUTE} and the
     * share of the commune. The sense of the white zone stands for any of them.
     */
    static Dataset<Row> of(Dataset<Row> couvertes, List<AgeConcerne> ages) {
        Column sur = col(Selections.SUR);
        Column any = col(SENS_COUVERTURE).equalTo(Sens.BLANCHE);
        return couvertes
                .withColumn(SELECTION, explode(Selections.of(col(PUBLICS_COUVERTS), ages)))
                .withColumn(SENS_COUVERTURE, explode(array(col(SENS_COUVERTURE), lit(Sens.BLANCHE))))
                .select(col(CODE_COMMUNE), col(SENS_COUVERTURE), col(PART_LIEN), col(SELECTION + ".*"))
                .where(not(any).or(col(TYPE_SELECTION).isin(Selections.TOUTES, Selections.PUBLIC)))
                .groupBy(CODE_COMMUNE, SENS_COUVERTURE, TYPE_SELECTION, CODE_SELECTION)
                .agg(
                        count(when(sur, 1)).as(NB),
                        max(when(sur, col(PART_LIEN))).as(PART_LIEN),
                        max(not(sur)).as(DOUTE))
                .withColumn(
                        Habitants.PUBLIC_VISE,
                        when(col(TYPE_SELECTION).equalTo(Selections.PUBLIC), col(CODE_SELECTION))
                                .otherwise(Selections.TOUTES));
    }

    /** Communes and people covered, by territory, sense and selection. */
    static Dataset<Row> couverts(Dataset<Row> parCommune, Dataset<Row> habitants, Dataset<Row> rattachement) {
        Column covered = col(NB).gt(0);
        Column twice = col(NB).gt(1);
        Column perhaps = col(NB).equalTo(0).and(col(DOUTE));
        Column share = col(SHARE).multiply(col(PART_LIEN));
        Dataset<Row> sums = parCommune
                .join(habitants, new String[] {CODE_COMMUNE, Habitants.PUBLIC_VISE})
                .join(pont(rattachement), CODE_COMMUNE)
                .groupBy(Unites.LIGNE)
                .agg(
                        count(when(covered, 1)).as("_communes"),
                        count(when(twice, 1)).as("_communes_2"),
                        count(when(perhaps, 1)).as("_communes_0"),
                        people(covered, POPULATION, share).as("_population"),
                        people(twice, POPULATION, share).as("_population_2"),
                        people(perhaps, POPULATION, col(SHARE)).as("_population_0"),
                        people(covered, POPULATION_AGE_CONCERNE, share).as("_ages"),
                        people(twice, POPULATION_AGE_CONCERNE, share).as("_ages_2"),
                        people(perhaps, POPULATION_AGE_CONCERNE, col(SHARE)).as("_ages_0"));
        return Unites.longues(
                sums,
                Unites.couverts("communes", "_communes"),
                Unites.couverts("population", "_population"),
                Unites.couverts(Unites.AGE, "_ages"));
    }

    /** All communes and people, by territory and public. */
    static Dataset<Row> tous(Dataset<Row> habitants, Dataset<Row> rattachement) {
        return habitants
                .join(pont(rattachement), CODE_COMMUNE)
                .groupBy(NIVEAU, CODE_TERRITOIRE, Habitants.PUBLIC_VISE)
                .agg(
                        count(lit(1)).as("_communes"),
                        whole(POPULATION).as("_population"),
                        whole(POPULATION_AGE_CONCERNE).as("_ages"));
    }

    /** The bridge with the share of each commune; null when it is not known. */
    private static Dataset<Row> pont(Dataset<Row> rattachement) {
        Column known = not(coalesce(col(NATURE_PART).equalTo("inconnu"), lit(false)));
        return rattachement.select(
                col(CODE_COMMUNE),
                col(NIVEAU),
                col(CODE_TERRITOIRE),
                when(known, coalesce(col(PART), lit(1.0))).as(SHARE));
    }

    private static Column people(Column which, String people, Column share) {
        return round(sum(when(which, col(people).multiply(share)))).cast("bigint");
    }

    private static Column whole(String people) {
        Column here = col(people).multiply(col(SHARE));
        return when(count(here).equalTo(count(lit(1))), round(sum(here)).cast("bigint"));
    }
}

package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.maillage.silver.age.Tranche;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The people of each commune of the cadre: all of them, and those of the age of each public. */
final class Habitants {

    /** {@link Selections#TOUTES}, or the public whose age it is. */
    static final String PUBLIC_VISE = "_public_vise";

    private Habitants() {}

    /** One row per commune and public: code_commune, {@link #PUBLIC_VISE}, population, population_age_concerne. */
    static Dataset<Row> parCommune(
            Dataset<Row> territoires, Dataset<Row> populationParAge, List<AgeConcerne> ages, List<Tranche> suite) {
        Dataset<Row> tous = territoires
                .where(col(NIVEAU).equalTo("commune"))
                .select(col(CODE_TERRITOIRE).as(CODE_COMMUNE), col(POPULATION))
                .withColumn(PUBLIC_VISE, explode(publics(ages)));
        String[] key = {CODE_COMMUNE, PUBLIC_VISE};
        return tous.join(broadcast(parAge(populationParAge, ages, suite)), key, "left")
                .withColumn(
                        POPULATION_AGE_CONCERNE,
                        when(col(PUBLIC_VISE).equalTo(Selections.TOUTES), col(POPULATION))
                                .otherwise(col(POPULATION_AGE_CONCERNE)));
    }

    /** {@link Selections#TOUTES} and the publics. */
    static Column publics(List<AgeConcerne> ages) {
        return array(
                Stream.concat(Stream.of(lit(Selections.TOUTES)), ages.stream().map(age -> lit(age.publicConcerne())))
                        .toArray(Column[]::new));
    }

    private static Dataset<Row> parAge(Dataset<Row> bandes, List<AgeConcerne> ages, List<Tranche> suite) {
        Column parts = array(ages.stream()
                .map(age -> struct(
                        lit(age.publicConcerne()).as(PUBLIC_VISE),
                        age.part(col(TRANCHE_AGE), suite).as("_part")))
                .toArray(Column[]::new));
        Column people = sum(col(NB_PERSONNES_AGE).multiply(col("_age._part")));
        return bandes.where(col(NIVEAU).equalTo("commune"))
                .where(col(TRANCHE_AGE)
                        .isin(suite.stream().map(Tranche::toString).toArray()))
                .withColumn("_age", explode(parts))
                .groupBy(col(CODE_TERRITOIRE).as(CODE_COMMUNE), col("_age." + PUBLIC_VISE))
                .agg(when(count(lit(1)).equalTo(suite.size()), round(people).cast("bigint"))
                        .as(POPULATION_AGE_CONCERNE));
    }
}

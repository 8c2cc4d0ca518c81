package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What is counted, one row per unit, and which unit has a meaning in which sense. */
final class Unites {

    static final String AGE = "population_age_concerne";

    /** What a number covered is told of. */
    static final Seq<Column> LIGNE = columns(NIVEAU, CODE_TERRITOIRE, SENS_COUVERTURE, TYPE_SELECTION, CODE_SELECTION);

    /** What stands in no known commune. */
    static final String SANS_COMMUNE = "_sans_commune";

    private static final String UNITE = "_unite";
    private static final Object[] OF_ESTABLISHMENTS = {"etablissements", "places", "gestionnaires"};

    private Unites() {}

    /** A unit of the columns {@code name}, {@code name_2} (in overlap) and {@code name_0} (unknown). */
    static Column couverts(String unite, String name) {
        return struct(
                lit(unite).as(UNITE_COUVERTURE),
                col(name).as(NUMERATEUR_COUVERTURE),
                col(name + "_2").as(NOMBRE_EN_RECOUVREMENT),
                col(name + "_0").as(NOMBRE_INCONNU));
    }

    static Dataset<Row> longues(Dataset<Row> sums, Column... unites) {
        return sums.withColumn(UNITE, explode(array(unites)))
                .select(Stream.concat(CollectionConverters.asJava(LIGNE).stream(), Stream.of(col(UNITE + ".*")))
                        .toArray(Column[]::new));
    }

    /** The denominators of every unit, of rows with those of communes and of establishments side by side. */
    static Dataset<Row> tous(Dataset<Row> territoires) {
        Column none = coalesce(col("_et"), lit(0L)).equalTo(0);
        return territoires
                .withColumn(
                        UNITE,
                        explode(array(
                                total("etablissements", zero("_et"), zero("_et_sans")),
                                total("places", when(none, lit(0L)).otherwise(col("_places")), zero("_places_sans")),
                                total("gestionnaires", zero("_ej"), zero("_ej_sans")),
                                total("communes", col("_communes"), lit(0L)),
                                total("population", col("_population"), lit(0L)),
                                total(AGE, col("_ages"), lit(0L)))))
                .select(col(NIVEAU), col(CODE_TERRITOIRE), col(Habitants.PUBLIC_VISE), col(UNITE + ".*"));
    }

    /** Whether a unit is told in a sense and at a level: a membership covers no people, communes have theirs alone. */
    static Column dites() {
        Column toutes = col(Habitants.PUBLIC_VISE).equalTo(Selections.TOUTES);
        Column ofCommune =
                col(UNITE_COUVERTURE).equalTo(when(toutes, "population").otherwise(AGE));
        return not(col(SENS_COUVERTURE).equalTo(Sens.ETABLISSEMENT))
                .or(col(UNITE_COUVERTURE).isin(OF_ESTABLISHMENTS))
                .and(not(toutes.and(col(UNITE_COUVERTURE).equalTo(AGE))))
                .and(not(col(NIVEAU).equalTo("commune"))
                        .or(ofCommune.and(col(TYPE_SELECTION).isin(Selections.TOUTES, Selections.PUBLIC))));
    }

    private static Column total(String unite, Column total, Column sansCommune) {
        return struct(lit(unite).as(UNITE_COUVERTURE), total.as(DENOMINATEUR_COUVERTURE), sansCommune.as(SANS_COMMUNE));
    }

    private static Column zero(String count) {
        return coalesce(col(count), lit(0L));
    }

    private static Seq<Column> columns(String... names) {
        return CollectionConverters.asScala(Arrays.stream(names)
                        .map(org.apache.spark.sql.functions::col)
                        .toList())
                .toSeq();
    }
}

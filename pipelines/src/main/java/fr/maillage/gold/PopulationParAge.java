package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.age.Partage;
import fr.maillage.silver.age.Tranche;
import fr.maillage.silver.age.Tranches;
import fr.maillage.silver.territoire.Denominateur;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The people of every territory by age.
 *
 * <p>Communes are added up by the shares that make the population of their territories; where a commune is cut, people are
 * shared out again so that ages add up to that population to the unit.
 */
public final class PopulationParAge implements Transformation {

    private static final String BANDE = "_bande";
    private static final String CELLULES = "_cellules";
    private static final String ESTIMEES = "_estimees";
    private static final String GENS = "_gens";
    private static final String MANQUE = "_manque";
    private static final double ALMOST_ONE = 1 - 1e-9;

    @Override
    public TableContract target() {
        return Gold.POPULATION_PAR_AGE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.POPULATION_AGE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Denominateur denominateur = new Denominateur(
                tables.read(Silver.COMMUNE_VIE),
                tables.read(Silver.COMMUNE_SUCCESSEUR),
                tables.read(Silver.RATTACHEMENT));
        return apply(
                tables.read(Silver.POPULATION_AGE),
                denominateur.parts(tables.read(Silver.POPULATION), tables.value(Parametres.ANNEE_POPULATION)),
                tables.read(Silver.TERRITOIRE),
                Tranches.of(tables));
    }

    /**
     * @param parts the share of each commune, of the year of its figure, that each territory holds
     */
    static Dataset<Row> apply(Dataset<Row> ages, Dataset<Row> parts, Dataset<Row> territoires, Tranches tranches) {
        String[] key = {NIVEAU, CODE_TERRITOIRE};
        Dataset<Row> described = territoires.select(
                col(NIVEAU),
                col(CODE_TERRITOIRE),
                col(MILLESIME),
                col(LIBELLE_TERRITOIRE),
                col(CODE_REGION),
                col(POPULATION));
        return parTerritoire(ages, parts)
                .join(described, key)
                .withColumn(GENS, Partage.of(col(POPULATION), poids()))
                .where(col(GENS).isNotNull())
                .withColumn(BANDE, explode(bandes(tranches)))
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(LIBELLE_TERRITOIRE),
                        col(CODE_REGION),
                        col(ANNEE),
                        col(BANDE + ".*"),
                        col(POPULATION))
                .withColumn(NB_PERSONNES_AGE, col(NB_HOMMES).plus(col(NB_FEMMES)))
                .withColumn(BORNE_BASSE, least(col(BORNE_BASSE), col(NB_PERSONNES_AGE)))
                .withColumn(BORNE_HAUTE, greatest(col(BORNE_HAUTE), col(NB_PERSONNES_AGE)))
                .withColumn(PART_POPULATION, try_divide(col(NB_PERSONNES_AGE), col(POPULATION)))
                .withColumn(PART_ESTIMEE, when(col(NB_PERSONNES_AGE).gt(0), least(lit(1.0), col(ESTIMEES))))
                .drop(ESTIMEES);
    }

    /** One row per territory that has no commune of unknown ages, with its elementary bands side by side. */
    private static Dataset<Row> parTerritoire(Dataset<Row> ages, Dataset<Row> parts) {
        String[] commune = {CODE_COMMUNE, ANNEE};
        Column estimee = col(METHODE_AGE).notEqual("recensement").or(col(PART).lt(ALMOST_ONE));
        Dataset<Row> manques = parts.where(col(PART).gt(0))
                .join(ages.select(CODE_COMMUNE, ANNEE).distinct(), commune, "left_anti")
                .select(col(NIVEAU), col(CODE_TERRITOIRE), lit(true).as(MANQUE))
                .distinct();
        Column known = min(col(BORNE_BASSE).isNotNull());
        return parts.join(ages, commune)
                .groupBy(NIVEAU, CODE_TERRITOIRE, AGE_MIN)
                .agg(
                        max(ANNEE).as(ANNEE),
                        sum(col(NB_HOMMES).multiply(col(PART))).as(NB_HOMMES),
                        sum(col(NB_FEMMES).multiply(col(PART))).as(NB_FEMMES),
                        when(known, sum(col(BORNE_BASSE).multiply(col(PART)))).as(BORNE_BASSE),
                        when(known, sum(col(BORNE_HAUTE).multiply(col(PART)))).as(BORNE_HAUTE),
                        sum(when(estimee, col(NB_PERSONNES_AGE).multiply(col(PART)))
                                        .otherwise(0.0))
                                .as(ESTIMEES))
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(
                        max(ANNEE).as(ANNEE),
                        array_sort(collect_list(
                                        struct(AGE_MIN, NB_HOMMES, NB_FEMMES, BORNE_BASSE, BORNE_HAUTE, ESTIMEES)))
                                .as(CELLULES))
                .join(broadcast(manques), new String[] {NIVEAU, CODE_TERRITOIRE}, "left_anti");
    }

    /** Men, then women, by elementary band. */
    private static Column poids() {
        return concat(
                transform(col(CELLULES), cell -> cell.getField(NB_HOMMES)),
                transform(col(CELLULES), cell -> cell.getField(NB_FEMMES)));
    }

    private static Column bandes(Tranches tranches) {
        return array(tranches.voulues().stream()
                .map(tranche -> bande(tranche, tranches.elementaires()))
                .toArray(Column[]::new));
    }

    private static Column bande(Tranche tranche, List<Tranche> elementaires) {
        List<Integer> places = IntStream.range(0, elementaires.size())
                .filter(i -> tranche.contient(elementaires.get(i)))
                .boxed()
                .toList();
        Column hommes = total(places, i -> element_at(col(GENS), lit(i + 1)));
        Column femmes = total(places, i -> element_at(col(GENS), lit(i + 1 + elementaires.size())));
        Column estimees = total(places, i -> cell(i, ESTIMEES));
        Column all = total(places, i -> cell(i, NB_HOMMES).plus(cell(i, NB_FEMMES)));
        return struct(
                lit(tranche.toString()).as(TRANCHE_AGE),
                lit((long) tranche.debut()).as(AGE_MIN),
                lit(tranche.fin() == null ? null : tranche.fin().longValue())
                        .cast("bigint")
                        .as(AGE_MAX),
                hommes.as(NB_HOMMES),
                femmes.as(NB_FEMMES),
                total(places, i -> cell(i, BORNE_BASSE)).as(BORNE_BASSE),
                total(places, i -> cell(i, BORNE_HAUTE)).as(BORNE_HAUTE),
                coalesce(try_divide(estimees, all), lit(0.0)).as(ESTIMEES));
    }

    private static Column cell(int place, String field) {
        return element_at(col(CELLULES), lit(place + 1)).getField(field);
    }

    private static Column total(List<Integer> places, java.util.function.IntFunction<Column> one) {
        return places.stream().map(one::apply).reduce(Column::plus).orElseThrow();
    }
}

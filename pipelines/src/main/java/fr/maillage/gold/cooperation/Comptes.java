package fr.maillage.gold.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.gold.Perimetre;
import fr.maillage.gold.Regroupements;
import fr.maillage.silver.territoire.Choix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What is counted above the line of a coverage: establishments, managers, cooperations and inhabitants. */
public final class Comptes {

    /** The legal form that stands for all of them. */
    public static final String TOUTES = "toutes";

    /** Share of memberships that a territory holds by a weight only. */
    public static final String ESTIMEES = "_estimees";

    private static final String GENS = "_gens";
    private static final String TENANTS = "_tenants";
    private static final String TENANT = "_tenant";
    private static final String[] COMPTES = {
        NB_ETABLISSEMENTS_EN_COOPERATION, NB_GESTIONNAIRES_EN_COOPERATION, ESTIMEES, NB_COOPERATIONS
    };
    private static final String REGROUPEMENT = "_regroupement";
    private static final String[] GROUP = {
        PERIMETRE, NIVEAU_CATEGORIE, CODE_REGROUPEMENT, FORME_JURIDIQUE, DATE_OBSERVATION
    };

    private Comptes() {}

    /**
     * Establishments in cooperation as they count: one row per day, form, scope and group of categories.
     *
     * @param appartenances with the territories each counts in
     * @param endormies cooperations that their maturity keeps from living, by day
     */
    public static Dataset<Row> vivants(
            Dataset<Row> appartenances,
            Dataset<Row> jours,
            Dataset<Row> endormies,
            Dataset<Row> categories,
            Perimetre perimetre) {
        Column counted =
                col(FORME_JURIDIQUE).equalTo(TOUTES).or(col(NIVEAU_CATEGORIE).equalTo(Regroupements.ENSEMBLE));
        return vivantes(appartenances, jours, endormies)
                .withColumn(FORME_JURIDIQUE, explode(array(col(FORME_JURIDIQUE), lit(TOUTES))))
                .join(
                        broadcast(categories.select(CODE_CATEGORIE, CODE_AGREGAT_1, CODE_AGREGAT_2, CODE_AGREGAT_3)),
                        new String[] {CODE_CATEGORIE},
                        "left")
                .withColumn(PERIMETRE, explode(perimetre.perimetres()))
                .withColumn(REGROUPEMENT, explode(Regroupements.of()))
                .select(col("*"), col(REGROUPEMENT + ".*"))
                .where(counted)
                .drop(REGROUPEMENT);
    }

    /**
     * nb_etablissements_en_cooperation, nb_gestionnaires_en_cooperation, nb_cooperations, {@link #ESTIMEES} and
     * population_commune_avec_membre by territory and group, in one pass.
     *
     * <p>The population is null when that of one of the communes is unknown. Once counted, a commune with a member stands
     * once more in every territory that holds it, for its people alone.
     *
     * @param vivants of {@link #vivants}
     * @param populations silver/territoire
     */
    public static Dataset<Row> parTerritoire(
            Dataset<Row> vivants, Dataset<Row> rattachement, Dataset<Row> populations) {
        Column people = col(GENS);
        return avecGens(comptes(vivants), rattachement, populations)
                .groupBy(columns(NIVEAU, CODE_TERRITOIRE))
                .agg(
                        max(NB_ETABLISSEMENTS_EN_COOPERATION).as(NB_ETABLISSEMENTS_EN_COOPERATION),
                        max(NB_GESTIONNAIRES_EN_COOPERATION).as(NB_GESTIONNAIRES_EN_COOPERATION),
                        max(ESTIMEES).as(ESTIMEES),
                        max(NB_COOPERATIONS).as(NB_COOPERATIONS),
                        when(
                                        count(people.getField(POPULATION)).equalTo(count(people)),
                                        sum(people.getField(POPULATION)))
                                .as(POPULATION_COMMUNE_AVEC_MEMBRE));
    }

    private static Dataset<Row> comptes(Dataset<Row> vivants) {
        Column member = col(Appartenances.MEMBRE);
        return vivants.groupBy(columns(NIVEAU, CODE_TERRITOIRE))
                .agg(
                        distinct(member, NUMERO_FINESS_ET).as(NB_ETABLISSEMENTS_EN_COOPERATION),
                        distinct(member, NUMERO_FINESS_EJ).as(NB_GESTIONNAIRES_EN_COOPERATION),
                        // Shares of memberships, not of establishments: one that is in two cooperations counts twice.
                        try_divide(sum(when(member.and(col(Choix.ESTIME)), 1.0).otherwise(0.0)), sum(when(member, 1.0)))
                                .as(ESTIMEES),
                        distinct(lit(true), CODE_COOPERATION).as(NB_COOPERATIONS));
    }

    /** Counts, and once more, without them, those of communes with a member in every territory that holds the commune. */
    private static Dataset<Row> avecGens(Dataset<Row> comptes, Dataset<Row> rattachement, Dataset<Row> populations) {
        Dataset<Row> inhabitants = populations
                .where(col(NIVEAU).equalTo("commune"))
                .select(col(CODE_TERRITOIRE).as(CODE_COMMUNE), col(POPULATION));
        Dataset<Row> holders = rattachement
                .join(broadcast(inhabitants), new String[] {CODE_COMMUNE}, "left")
                .groupBy(col(CODE_COMMUNE).as(CODE_TERRITOIRE))
                .agg(collect_list(struct(
                                col(NIVEAU),
                                col(CODE_TERRITOIRE),
                                struct(col(POPULATION)).as(GENS)))
                        .as(TENANTS))
                .withColumn(NIVEAU, lit("commune"));
        Column self = array(struct(
                col(NIVEAU),
                col(CODE_TERRITOIRE),
                lit(null).cast("struct<population:bigint>").as(GENS)));
        Column withMember =
                col(NB_ETABLISSEMENTS_EN_COOPERATION).gt(0).and(col(TENANTS).isNotNull());
        List<Column> seen = new ArrayList<>(List.of(col(TENANT + ".*")));
        Stream.of(GROUP).map(functions::col).forEach(seen::add);
        Stream.of(COMPTES)
                .map(name ->
                        when(col(TENANT).getField(GENS).isNull(), col(name)).as(name))
                .forEach(seen::add);
        return comptes.join(broadcast(holders), new String[] {NIVEAU, CODE_TERRITOIRE}, "left")
                .withColumn(
                        TENANT,
                        explode(when(withMember, concat(self, col(TENANTS))).otherwise(self)))
                .select(seen.toArray(Column[]::new));
    }

    /** A set is counted in one aggregate; a distinct count would multiply the rows to be counted. */
    private static Column distinct(Column which, String of) {
        return size(collect_set(when(which, col(of)))).cast("bigint");
    }

    /** Members the registry does not know, by day and form. */
    public static Dataset<Row> horsRegistre(Dataset<Row> periodes, Dataset<Row> jours, Dataset<Row> endormies) {
        return vivantes(periodes.where(col(RESOLUTION).equalTo("hors_registre")), jours, endormies)
                .withColumn(FORME_JURIDIQUE, explode(array(col(FORME_JURIDIQUE), lit(TOUTES))))
                .groupBy(FORME_JURIDIQUE, DATE_OBSERVATION)
                .agg(count_distinct(col(CODE_ACTEUR)).as(NB_MEMBRES_HORS_REGISTRE));
    }

    private static Dataset<Row> vivantes(Dataset<Row> periodes, Dataset<Row> jours, Dataset<Row> endormies) {
        Dataset<Row> parDates =
                periodes.crossJoin(broadcast(jours)).where(Appartenances.vivante(col(DATE_OBSERVATION)));
        return Vivantes.eveillees(parDates, endormies);
    }

    private static Column[] columns(String... first) {
        Column[] all = new Column[first.length + GROUP.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = col(i < first.length ? first[i] : GROUP[i - first.length]);
        }
        return all;
    }
}

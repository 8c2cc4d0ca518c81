package fr.maillage.gold.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.gold.Perimetre;
import fr.maillage.gold.Regroupements;
import fr.maillage.silver.territoire.Choix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is counted above the line of a coverage: establishments, managers, cooperations and inhabitants. */
public final class Comptes {

    /** The legal form that stands for all of them. */
    public static final String TOUTES = "toutes";

    /** Share of memberships that a territory holds by a weight only. */
    public static final String ESTIMEES = "_estimees";

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

    /** nb_etablissements_en_cooperation, nb_gestionnaires_en_cooperation, nb_cooperations and {@link #ESTIMEES} by territory and group. */
    public static Dataset<Row> parTerritoire(Dataset<Row> vivants) {
        Column member = col(Appartenances.MEMBRE);
        return vivants.groupBy(columns(NIVEAU, CODE_TERRITOIRE))
                .agg(
                        count_distinct(when(member, col(NUMERO_FINESS_ET))).as(NB_ETABLISSEMENTS_EN_COOPERATION),
                        count_distinct(when(member, col(NUMERO_FINESS_EJ))).as(NB_GESTIONNAIRES_EN_COOPERATION),
                        // Shares of memberships: another distinct count would double the rows to be counted.
                        try_divide(sum(when(member.and(col(Choix.ESTIME)), 1.0).otherwise(0.0)), sum(when(member, 1.0)))
                                .as(ESTIMEES),
                        count_distinct(col(CODE_COOPERATION)).as(NB_COOPERATIONS));
    }

    /**
     * population_commune_avec_membre by territory and group; null when that of one of the communes is unknown.
     *
     * <p>Where an establishment in cooperation has no known commune of the cadre, the population is unknown too.
     *
     * @param populations silver/territoire
     */
    public static Dataset<Row> population(Dataset<Row> vivants, Dataset<Row> rattachement, Dataset<Row> populations) {
        Dataset<Row> withMember = vivants.where(col(NIVEAU).equalTo("commune").and(col(Appartenances.MEMBRE)))
                .withColumnRenamed(CODE_TERRITOIRE, "_commune")
                .groupBy(columns("_commune"))
                .agg(lit(1).as("_one"));
        Dataset<Row> inhabitants = populations
                .where(col(NIVEAU).equalTo("commune"))
                .select(col(CODE_TERRITOIRE).as("_commune"), col(POPULATION));
        Dataset<Row> holders = rattachement.select(col(CODE_COMMUNE).as("_commune"), col(NIVEAU), col(CODE_TERRITOIRE));
        return withMember
                .join(broadcast(inhabitants), new String[] {"_commune"}, "left")
                .join(holders, "_commune")
                .groupBy(columns(NIVEAU, CODE_TERRITOIRE))
                .agg(when(count(POPULATION).equalTo(count(lit(1))), sum(POPULATION))
                        .as(POPULATION_COMMUNE_AVEC_MEMBRE));
    }

    /** Members the registry does not know, by day and form. */
    public static Dataset<Row> horsRegistre(Dataset<Row> periodes, Dataset<Row> jours, Dataset<Row> endormies) {
        return vivantes(periodes.where(col(RESOLUTION).equalTo("hors_registre")), jours, endormies)
                .withColumn(FORME_JURIDIQUE, explode(array(col(FORME_JURIDIQUE), lit(TOUTES))))
                .groupBy(FORME_JURIDIQUE, DATE_OBSERVATION)
                .agg(count_distinct(col(CODE_ACTEUR)).as(NB_MEMBRES_HORS_REGISTRE));
    }

    private static Dataset<Row> vivantes(Dataset<Row> periodes, Dataset<Row> jours, Dataset<Row> endormies) {
        return periodes.crossJoin(broadcast(jours))
                .where(Appartenances.vivante(col(DATE_OBSERVATION)))
                .join(broadcast(endormies), new String[] {CODE_COOPERATION, DATE_OBSERVATION}, "left_anti");
    }

    private static Column[] columns(String... first) {
        Column[] all = new Column[first.length + GROUP.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = col(i < first.length ? first[i] : GROUP[i - first.length]);
        }
        return all;
    }
}

package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.age.Tranches;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each commune is covered in each of the four meanings, and which are white. */
public final class CouvertureCommune implements Transformation {

    private static final String[] CLE = {CODE_COMMUNE, Habitants.PUBLIC_VISE};

    @Override
    public TableContract target() {
        return Gold.COUVERTURE_COMMUNE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        List<AgeConcerne> ages = AgeConcerne.of(tables);
        Dataset<Row> etablissements = tables.read(Gold.ETABLISSEMENT_EN_COOPERATION);
        Dataset<Row> territoires = tables.read(Silver.TERRITOIRE);
        return apply(
                etablissements,
                tables.read(Gold.COMMUNE_COUVERTE),
                Habitants.parCommune(
                        territoires,
                        tables.read(Gold.POPULATION_PAR_AGE),
                        ages,
                        AgeConcerne.suite(Tranches.of(tables))),
                territoires,
                Sens.connus(tables),
                ages);
    }

    static Dataset<Row> apply(
            Dataset<Row> etablissements,
            Dataset<Row> couvertes,
            Dataset<Row> habitants,
            Dataset<Row> territoires,
            Dataset<Row> connus,
            List<AgeConcerne> ages) {
        Dataset<Row> communes = territoires
                .where(col(NIVEAU).equalTo("commune"))
                .select(
                        col(CODE_TERRITOIRE).as(CODE_COMMUNE),
                        col(MILLESIME),
                        col(LIBELLE_TERRITOIRE),
                        col(CODE_REGION));
        return communes.join(habitants, CODE_COMMUNE)
                .join(broadcast(offres(etablissements)), CLE, "left")
                .join(broadcast(comptes(couvertes, ages)), CLE, "left")
                .crossJoin(broadcast(connus))
                .withColumn(NB_ETABLISSEMENTS, coalesce(col(NB_ETABLISSEMENTS), lit(0L)))
                .withColumn(NB_PLACES_INSTALLEES, orNone(NB_PLACES_INSTALLEES))
                .withColumn(NB_PLACES_EN_COOPERATION, orNone(NB_PLACES_EN_COOPERATION))
                .withColumn(NB_COOPERATIONS_COUVRANTES, known(Sens.auMoinsUn(), NB_COOPERATIONS_COUVRANTES))
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(LIBELLE_TERRITOIRE),
                        col(CODE_REGION),
                        when(col(Habitants.PUBLIC_VISE).equalTo(Selections.TOUTES), "tous")
                                .otherwise(col(Habitants.PUBLIC_VISE))
                                .as(PUBLIC_CONCERNE),
                        col(DATE_OBSERVATION),
                        col(NB_ETABLISSEMENTS),
                        known(Sens.connu(Sens.ETABLISSEMENT), NB_ETABLISSEMENTS_EN_COOPERATION),
                        col(NB_PLACES_INSTALLEES),
                        when(Sens.connu(Sens.ETABLISSEMENT), col(NB_PLACES_EN_COOPERATION))
                                .as(NB_PLACES_EN_COOPERATION),
                        known(Sens.connu(Sens.MEMBRE), NB_COOPERATIONS_AVEC_MEMBRE),
                        known(Sens.connu(Sens.AIRE), NB_COOPERATIONS_DECLAREES),
                        known(Sens.connu(Sens.ZONE), NB_COOPERATIONS_AUTORISEES),
                        col(NB_COOPERATIONS_COUVRANTES),
                        known(Sens.auMoinsUn(), NB_COOPERATIONS_PUBLIC_INCONNU),
                        col(POPULATION),
                        col(POPULATION_AGE_CONCERNE),
                        blanche().as(EST_ZONE_BLANCHE),
                        col(NB_COOPERATIONS_COUVRANTES).geq(2).as(EST_RECOUVREMENT));
    }

    /** Establishments and places by commune and public, of them those in cooperation. */
    private static Dataset<Row> offres(Dataset<Row> etablissements) {
        Column member = size(col(COOPERATIONS_VIVANTES)).gt(0);
        Column publics = array_compact(array(lit(Selections.TOUTES), col(PUBLIC_CATEGORIE)));
        return etablissements
                .where(col(CODE_COMMUNE).isNotNull())
                .withColumn(Habitants.PUBLIC_VISE, explode(publics))
                .groupBy(CODE_COMMUNE, Habitants.PUBLIC_VISE)
                .agg(
                        count(lit(1)).as(NB_ETABLISSEMENTS),
                        count(when(member, 1)).as(NB_ETABLISSEMENTS_EN_COOPERATION),
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES),
                        when(
                                        count(NB_PLACES_INSTALLEES).gt(0),
                                        coalesce(sum(when(member, col(NB_PLACES_INSTALLEES))), lit(0L)))
                                .as(NB_PLACES_EN_COOPERATION));
    }

    /** Cooperations by commune and public, in each sense and in any. */
    private static Dataset<Row> comptes(Dataset<Row> couvertes, List<AgeConcerne> ages) {
        Column sur = col("_selection." + Selections.SUR);
        return couvertes
                .withColumn("_selection", explode(Selections.of(col(PUBLICS_COUVERTS), ages)))
                .where(col("_selection." + TYPE_SELECTION).isin(Selections.TOUTES, Selections.PUBLIC))
                .groupBy(col(CODE_COMMUNE), col("_selection." + CODE_SELECTION).as(Habitants.PUBLIC_VISE))
                .agg(
                        count(when(sur.and(col(SENS_COUVERTURE).equalTo(Sens.MEMBRE)), 1))
                                .as(NB_COOPERATIONS_AVEC_MEMBRE),
                        count(when(sur.and(col(SENS_COUVERTURE).equalTo(Sens.AIRE)), 1))
                                .as(NB_COOPERATIONS_DECLAREES),
                        count(when(sur.and(col(SENS_COUVERTURE).equalTo(Sens.ZONE)), 1))
                                .as(NB_COOPERATIONS_AUTORISEES),
                        distinct(sur).as(NB_COOPERATIONS_COUVRANTES),
                        distinct(not(sur)).as(NB_COOPERATIONS_PUBLIC_INCONNU));
    }

    private static Column distinct(Column which) {
        return size(collect_set(when(which, col(CODE_COOPERATION)))).cast("bigint");
    }

    /** Where there is no establishment there is no place; where there are, what is not told is unknown. */
    private static Column orNone(String places) {
        return when(col(NB_ETABLISSEMENTS).equalTo(0), lit(0L)).otherwise(col(places));
    }

    private static Column known(Column connu, String count) {
        return when(connu, coalesce(col(count), lit(0L))).as(count);
    }

    private static Column blanche() {
        Column inhabited =
                col(NB_ETABLISSEMENTS).gt(0).or(col(POPULATION_AGE_CONCERNE).gt(0));
        return col(NB_COOPERATIONS_COUVRANTES).equalTo(0).and(inhabited);
    }
}

package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.maillage.gold.Agregation;
import fr.maillage.gold.cooperation.Vivantes;
import fr.maillage.silver.territoire.Passerelle;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many cooperations cover each establishment, by itself or where it stands; with its places and its manager. */
final class ParEtablissement {

    private static final String SELECTION = "_selection";
    private static final String PLUS = "_plus";

    private ParEtablissement() {}

    /**
     * Establishments, sense and selection where something covers them, or may.
     *
     * @param parCommune {@link ParCommune#of}
     * @param portees what facts say of each living cooperation
     */
    static Dataset<Row> of(
            Dataset<Row> etablissements, Dataset<Row> parCommune, Dataset<Row> portees, List<AgeConcerne> ages) {
        Dataset<Row> places =
                etablissements.where(col(CODE_COMMUNE).isNotNull()).drop(COOPERATIONS_VIVANTES);
        Column concerned = not(col(TYPE_SELECTION).equalTo(Selections.PUBLIC))
                .or(col(CODE_SELECTION).equalTo(col(PUBLIC_CATEGORIE)));
        return places.join(parCommune, CODE_COMMUNE)
                .where(concerned)
                .select(ligne())
                .union(membres(etablissements, portees, ages));
    }

    private static Dataset<Row> membres(Dataset<Row> etablissements, Dataset<Row> portees, List<AgeConcerne> ages) {
        Column publics = array_compact(array(col(PUBLIC_CATEGORIE)));
        Column sur = col(SELECTION + "." + Selections.SUR);
        return etablissements
                .withColumn(Vivantes.COMPTEE, explode(col(COOPERATIONS_VIVANTES)))
                .join(broadcast(portees.drop(DATE_OBSERVATION)), Vivantes.COMPTEE)
                .withColumn(SELECTION, explode(Selections.of(publics, ages)))
                .groupBy(
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(NB_PLACES_INSTALLEES),
                        col(SELECTION + "." + TYPE_SELECTION),
                        col(SELECTION + "." + CODE_SELECTION))
                .agg(count(when(sur, 1)).as(ParCommune.NB), max(not(sur)).as(ParCommune.DOUTE))
                .withColumn(SENS_COUVERTURE, lit(Sens.ETABLISSEMENT))
                .select(ligne());
    }

    private static Column[] ligne() {
        return Stream.of(
                        NUMERO_FINESS_ET,
                        NUMERO_FINESS_EJ,
                        CODE_COMMUNE,
                        MILLESIME,
                        NB_PLACES_INSTALLEES,
                        SENS_COUVERTURE,
                        TYPE_SELECTION,
                        CODE_SELECTION,
                        ParCommune.NB,
                        ParCommune.DOUTE)
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
    }

    /** Establishments, places and managers covered, by territory, sense and selection. */
    static Dataset<Row> couverts(Dataset<Row> lignes, Dataset<Row> etablissements, Passerelle passerelle) {
        Column covered = col(ParCommune.NB).gt(0);
        Column twice = col(ParCommune.NB).gt(1);
        Column perhaps = col(ParCommune.NB).equalTo(0).and(col(ParCommune.DOUTE));
        Dataset<Row> parGestionnaire = auDessus(lignes, etablissements, passerelle)
                .groupBy(NIVEAU, CODE_TERRITOIRE, SENS_COUVERTURE, TYPE_SELECTION, CODE_SELECTION, NUMERO_FINESS_EJ)
                .agg(
                        count(when(covered, 1)).as("_et"),
                        count(when(twice, 1)).as("_et_2"),
                        count(when(perhaps, 1)).as("_et_0"),
                        sum(when(covered, col(NB_PLACES_INSTALLEES))).as("_places"),
                        sum(when(twice, col(NB_PLACES_INSTALLEES))).as("_places_2"),
                        sum(when(perhaps, col(NB_PLACES_INSTALLEES))).as("_places_0"),
                        max(ParCommune.NB).as(PLUS));
        Dataset<Row> sums = parGestionnaire
                .groupBy(Unites.LIGNE)
                .agg(
                        sum("_et").as("_et"),
                        sum("_et_2").as("_et_2"),
                        sum("_et_0").as("_et_0"),
                        sum("_places").as("_places"),
                        sum("_places_2").as("_places_2"),
                        sum("_places_0").as("_places_0"),
                        count(when(col(PLUS).gt(0), col(NUMERO_FINESS_EJ))).as("_ej"),
                        count(when(col(PLUS).gt(1), col(NUMERO_FINESS_EJ))).as("_ej_2"),
                        count(when(col(PLUS).equalTo(0), col(NUMERO_FINESS_EJ))).as("_ej_0"));
        return Unites.longues(
                sums,
                Unites.couverts("etablissements", "_et"),
                Unites.couverts("places", "_places"),
                Unites.couverts("gestionnaires", "_ej"));
    }

    /** All establishments, places and managers, by territory and public; of them those without a known commune. */
    static Dataset<Row> tous(Dataset<Row> etablissements, Passerelle passerelle) {
        Column nowhere = col(CODE_COMMUNE).isNull();
        Dataset<Row> parGestionnaire = auDessus(
                        etablissements.withColumn(
                                Habitants.PUBLIC_VISE,
                                explode(array_compact(array(lit(Selections.TOUTES), col(PUBLIC_CATEGORIE))))),
                        etablissements,
                        passerelle)
                .groupBy(NIVEAU, CODE_TERRITOIRE, Habitants.PUBLIC_VISE, NUMERO_FINESS_EJ)
                .agg(
                        count(lit(1)).as("_et"),
                        sum(NB_PLACES_INSTALLEES).as("_places"),
                        count(when(nowhere, 1)).as("_et_sans"),
                        sum(when(nowhere, col(NB_PLACES_INSTALLEES))).as("_places_sans"));
        Column lost = col("_et").equalTo(col("_et_sans"));
        return parGestionnaire
                .groupBy(NIVEAU, CODE_TERRITOIRE, Habitants.PUBLIC_VISE)
                .agg(
                        sum("_et").as("_et"),
                        sum("_places").as("_places"),
                        count(NUMERO_FINESS_EJ).as("_ej"),
                        sum("_et_sans").as("_et_sans"),
                        coalesce(sum("_places_sans"), lit(0L)).as("_places_sans"),
                        count(when(lost, col(NUMERO_FINESS_EJ))).as("_ej_sans"));
    }

    /** Communes have the row of each establishment in couverture_commune. */
    private static Dataset<Row> auDessus(Dataset<Row> lignes, Dataset<Row> etablissements, Passerelle passerelle) {
        return Agregation.parTerritoire(lignes, etablissements, passerelle, col(NUMERO_FINESS_ET))
                .where(not(col(NIVEAU).equalTo("commune")));
    }
}

package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import fr.maillage.gold.cooperation.Vivantes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What facts say a cooperation is for: its categories and its publics; null when none is told. */
final class Portees {

    private Portees() {}

    /** One row per living cooperation: {@link Vivantes#COMPTEE}, forme_juridique, categories and publics told. */
    static Dataset<Row> of(Dataset<Row> vivantes, Dataset<Row> faits) {
        return vivantes.where(col(CODE_COOPERATION).equalTo(col(Vivantes.COMPTEE)))
                .select(Vivantes.COMPTEE, FORME_JURIDIQUE, DATE_OBSERVATION)
                .join(
                        dites(faits, vivantes.select(DATE_OBSERVATION).distinct()),
                        new String[] {Vivantes.COMPTEE},
                        "left");
    }

    private static Dataset<Row> dites(Dataset<Row> faits, Dataset<Row> jour) {
        Column holds = coalesce(col(DATE_DEBUT).leq(col(DATE_OBSERVATION)), lit(true))
                .and(coalesce(col(DATE_FIN).geq(col(DATE_OBSERVATION)), lit(true)));
        return faits.where(col(RUBRIQUE).isin("categorie", "public"))
                .crossJoin(broadcast(jour))
                .where(holds)
                .groupBy(col(CODE_COOPERATION).as(Vivantes.COMPTEE))
                .agg(all("categorie").as(CATEGORIES_COOPERATION), all("public").as(PUBLICS_COUVERTS))
                .withColumn(CATEGORIES_COOPERATION, some(col(CATEGORIES_COOPERATION)))
                .withColumn(PUBLICS_COUVERTS, some(AgeConcerne.etendus(col(PUBLICS_COUVERTS))));
    }

    /** The publics of the establishments that are members of a cooperation. */
    static Dataset<Row> desMembres(Dataset<Row> etablissements, String publics) {
        return etablissements
                .select(explode(col(COOPERATIONS_VIVANTES)).as(Vivantes.COMPTEE), col(PUBLIC_CATEGORIE))
                .groupBy(Vivantes.COMPTEE)
                .agg(some(sort_array(collect_set(col(PUBLIC_CATEGORIE)))).as(publics));
    }

    private static Column all(String rubrique) {
        return sort_array(collect_set(when(col(RUBRIQUE).equalTo(rubrique), col(CODE_VALEUR))));
    }

    private static Column some(Column codes) {
        return when(size(codes).gt(0), codes);
    }
}

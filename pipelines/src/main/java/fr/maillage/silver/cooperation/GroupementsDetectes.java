package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Groupings that registers publish as such: those of FINESS+, and the territorial hospital groups of the survey SAE.
 *
 * <p>An organic grouping is the legal entity that heads it, whatever else gives it away; another has a number of its own. A
 * hospital group ends with the last year the survey names it, where it names others later.
 */
final class GroupementsDetectes {

    private GroupementsDetectes() {}

    /** The cooperation a grouping of FINESS+ is, with its namespace. */
    static Column code() {
        Column headed = concat(lit("finess:"), col(NUMERO_FINESS_EJ));
        return concat(
                lit("coop:"),
                coalesce(headed, regexp_replace(lower(col(IDENTIFIANT_GROUPEMENT)), "^(gc[oc])-", "$1:")));
    }

    static Dataset<Row> signaux(Dataset<Row> groupements, Dataset<Row> hospitaliers, CodeList signals) {
        return deFiness(groupements, signals)
                .unionByName(deLaSae(hospitaliers, signals))
                .where(col(CooperationsDetectees.SIGNAL).isNotNull());
    }

    private static Dataset<Row> deFiness(Dataset<Row> groupements, CodeList signals) {
        Column type = concat(col(NATURE_GROUPEMENT), lit(":"), col(CODE_TYPE_GROUPEMENT));
        return groupements.select(
                CooperationsDetectees.signal(signals, "groupement", type).as(CooperationsDetectees.SIGNAL),
                regexp_replace(code(), "^coop:", "").as(CooperationsDetectees.CLE),
                col(NUMERO_FINESS_EJ).as(NUMERO_FINESS),
                lit(true).as("_body"),
                col(NOM),
                lit(null).cast("date").as(DATE_DEBUT),
                lit(null).cast("date").as(DATE_FIN),
                col(SOURCE),
                col(CONNU_DU));
    }

    private static Dataset<Row> deLaSae(Dataset<Row> hospitaliers, CodeList signals) {
        Dataset<Row> years = hospitaliers
                .groupBy(CODE_GHT)
                .agg(max_by(col(NOM), col(ANNEE)).as(NOM), max(ANNEE).as(ANNEE))
                .crossJoin(broadcast(hospitaliers.agg(max(ANNEE).as("_derniere"))))
                .withColumn("_registre", lit("sae"));
        return years.select(
                CooperationsDetectees.signal(signals, "ght", col("_registre")).as(CooperationsDetectees.SIGNAL),
                concat(lit("ght:"), col(CODE_GHT)).as(CooperationsDetectees.CLE),
                lit(null).cast("string").as(NUMERO_FINESS),
                lit(true).as("_body"),
                col(NOM),
                lit(null).cast("date").as(DATE_DEBUT),
                when(col(ANNEE).lt(col("_derniere")), make_date(col(ANNEE).cast("int"), lit(12), lit(31)))
                        .as(DATE_FIN),
                lit("sae-ght").as(SOURCE),
                lit(null).cast("date").as(CONNU_DU));
    }
}

package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Technical;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Zones of intervention of FINESS+ documents. They stand at the level of the legal entity; one at the level of an
 * establishment would count as well.
 */
public final class ZonesPlus {

    /** No other system tells of zones. */
    public static final List<Systeme> SYSTEMES = List.of(new Systeme(Systeme.PLUS, Set.copyOf(values().keySet())));

    private static final String ACTIVITE = "_activite";

    private ZonesPlus() {}

    /** One row per zone of a document, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> documents) {
        Dataset<Row> entites = documents
                .where(col(SECTION).equalTo("pmej"))
                .withColumn(NUMERO_FINESS_EJ, texte(PMEJ_ACTIVITES, NUMFINESS));
        Dataset<Row> autorisees = entites.withColumn(ACTIVITE, explode(champ(PMEJ_ACTIVITES, ACTIVITESAUTORISEES)));
        Dataset<Row> exercees = entites.withColumn(EGE, explode(champ(PMEJ_ACTIVITES, EGE)))
                .withColumn(ACTIVITE, explode(champ(EGE, ACTIVITESEXERCEES)));
        Column order = row_number()
                .over(Window.partitionBy(Technical.FICHIER, NUMERO_FINESS_EJ, IDENTIFIANT_ZONE)
                        .orderBy(Technical.LIGNE, IDENTIFIANT_ACTIVITE, LIBELLE_ZONE, CODES_COMMUNES));
        return zones(autorisees)
                .unionByName(zones(exercees))
                .withColumn(Description.ORDRE, order)
                .select(Description.columns(Silver.ZONE_INTERVENTION_VERSION, values()));
    }

    private static Dataset<Row> zones(Dataset<Row> activites) {
        Column zone = champ(ACTIVITE, ZONEINTERVENTION);
        Column codes = array_sort(array_distinct(array_compact(transform(
                champ(ACTIVITE, ZONEINTERVENTION, COMMUNEZI), commune -> upper(texte(commune.getField(COMMUNE)))))));
        Stream<Column> told = Stream.of(
                col(NUMERO_FINESS_EJ),
                texte(ACTIVITE, ZONEINTERVENTION, ZONEINTERVENTIONAUTORISEEID).as(IDENTIFIANT_ZONE),
                texte(ACTIVITE, CARACTERISTIQUESGENERIQUES, ACTIVITEAEID).as(IDENTIFIANT_ACTIVITE),
                texte(ACTIVITE, ZONEINTERVENTION, LIBELLEZI).as(LIBELLE_ZONE),
                coalesce(size(codes), lit(0)).as(NB_COMMUNES),
                texte(array_join(codes, " ")).as(CODES_COMMUNES));
        Stream<Column> origin = Stream.of(
                        Technical.FICHIER, Technical.LIGNE, Technical.MILLESIME, Technical.SOURCE, Technical.RANG)
                .map(name -> col(name));
        return activites
                .where(zone.isNotNull())
                .select(Stream.concat(told, origin).toArray(Column[]::new));
    }

    private static Map<String, Column> values() {
        return Map.of(
                NUMERO_FINESS_EJ,
                col(NUMERO_FINESS_EJ),
                IDENTIFIANT_ZONE,
                col(IDENTIFIANT_ZONE),
                IDENTIFIANT_ACTIVITE,
                col(IDENTIFIANT_ACTIVITE),
                LIBELLE_ZONE,
                col(LIBELLE_ZONE),
                NB_COMMUNES,
                col(NB_COMMUNES),
                CODES_COMMUNES,
                col(CODES_COMMUNES),
                Description.ORDRE,
                col(Description.ORDRE),
                Description.DATE_ILLISIBLE,
                lit(false));
    }
}

package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.warehouse.Technical;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The activities of FINESS+ documents, both levels in one: what an authorisation says and what an establishment does. */
final class Activites {

    /** What every activity has, of either level. */
    static final String GENERAL = "_general";

    private static final String ACTIVITE = "_activite";
    private static final List<String> COMMUNS = List.of(
            ACTIVITEAEID,
            ETATOBJET,
            IDENTIFIANTAUTORISATION,
            NUMAUTORISATIONARHGOS,
            DATEDEBUTACTIVITEAUTORISEE,
            DATEFINACTIVITEAUTORISEE,
            DATEFINEFFECTIVEACTIVITE,
            DATECADUCITEAUTORISATION);
    private static final List<String> PARTIES = List.of(NATURE, EVENEMENT, CAPACITE, ZONEINTERVENTION);

    private Activites() {}

    /** One row per activity of each level, in the state of the cadre. */
    static Dataset<Row> of(Dataset<Row> documents, LocalDate jusquau) {
        Dataset<Row> entites = Documents.section(documents, "pmej", champ(PMEJ_ACTIVITES, NUMFINESS), jusquau)
                .withColumn(NUMERO_FINESS_EJ, texte(PMEJ_ACTIVITES, NUMFINESS));
        Dataset<Row> autorisees = entites.select(columns(
                lit(null).cast("string"),
                lit("autorisee"),
                explode(champ(PMEJ_ACTIVITES, ACTIVITESAUTORISEES)).as(ACTIVITE)));
        Dataset<Row> exercees = entites.select(
                        columns(null, null, explode(champ(PMEJ_ACTIVITES, EGE)).as(EGE)))
                .select(columns(
                        texte(EGE, NUMFINESSEGE),
                        lit("exercee"),
                        explode(champ(EGE, ACTIVITESEXERCEES)).as(ACTIVITE)));
        return parties(autorisees).unionByName(parties(exercees));
    }

    private static Column[] columns(Column etablissement, Column niveau, Column exploded) {
        Stream<Column> told = etablissement == null
                ? Stream.of(exploded)
                : Stream.of(etablissement.as(NUMERO_FINESS_ET), niveau.as(NIVEAU_ACTIVITE), exploded);
        Stream<Column> origin = Stream.of(
                col(NUMERO_FINESS_EJ), col(SOURCE), col(CONNU_DU), col(Technical.FICHIER), col(Technical.LIGNE));
        return Stream.concat(told, origin).toArray(Column[]::new);
    }

    private static Dataset<Row> parties(Dataset<Row> activites) {
        Column general = struct(COMMUNS.stream()
                .map(name -> champ(ACTIVITE, CARACTERISTIQUESGENERIQUES, name).as(name))
                .toArray(Column[]::new));
        Dataset<Row> rows = activites.withColumn(GENERAL, general);
        for (String partie : PARTIES) {
            rows = rows.withColumn(partie, champ(ACTIVITE, partie));
        }
        return rows.withColumn(IDENTIFIANT_ACTIVITE, texte(GENERAL, ACTIVITEAEID))
                .drop(ACTIVITE);
    }
}

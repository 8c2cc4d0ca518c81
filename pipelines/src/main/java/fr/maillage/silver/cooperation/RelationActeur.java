package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What ties two actors outside a membership, each line validated and the newest upload kept. */
public final class RelationActeur implements Transformation {

    private static final String PREMIER = "_premier";
    private static final String SECOND = "_second";
    private static final String DEPUIS = "_depuis";
    private static final String SOURCE_LUE = "_source_lue";
    private static final String CONNU = "_connu";
    private static final String AUTRE_CONNU = "_autre_connu";

    @Override
    public TableContract target() {
        return Silver.RELATION_ACTEUR;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_RELATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.DECLARATION_RELATION),
                Acteurs.annuaire(
                        tables.read(Silver.ETABLISSEMENT),
                        tables.read(Silver.ENTITE_JURIDIQUE),
                        tables.read(Silver.STRUCTURE_INSERTION)),
                tables.read(Silver.COOPERATION));
    }

    static Dataset<Row> apply(Dataset<Row> declarations, Dataset<Row> annuaire, Dataset<Row> cooperations) {
        Dataset<Row> enVigueur = Depots.enVigueur(
                Acteurs.lus(declarations, ACTEUR, CODE_ACTEUR, annuaire), CODE_ACTEUR, List.of(CODE_ACTEUR));
        Dataset<Row> lues = lues(Acteurs.lus(enVigueur, AUTRE, CODE_ACTEUR_AUTRE, annuaire));
        return Depots.sansDoublons(
                        connus(lues, annuaire, cooperations).withColumn(Technical.REGLES, rules()),
                        "relation_en_double",
                        Listes.rejets(Silver.RELATION_ACTEUR),
                        List.of(PREMIER, SECOND, TYPE_RELATION, DEPUIS))
                .select(
                        col(CODE_ACTEUR),
                        col(CODE_ACTEUR_AUTRE),
                        col(TYPE_RELATION),
                        col(EST_ORIENTEE),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(POIDS_RELATION),
                        coalesce(col(SOURCE_LUE), col(Technical.SOURCE)).as(SOURCE),
                        col(Technical.MILLESIME).as(CONNU_DU),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    private static Dataset<Row> lues(Dataset<Row> lignes) {
        Column swapped = not(coalesce(col(EST_ORIENTEE), lit(true)));
        return lignes.withColumn(TYPE_RELATION, Saisie.code(col(TYPE)))
                .withColumn(EST_ORIENTEE, orientee(col(TYPE_RELATION)))
                .withColumn(DATE_DEBUT, Saisie.date(col(DU)))
                .withColumn(DATE_FIN, Saisie.date(col(AU)))
                .withColumn(POIDS_RELATION, Saisie.nombre(col(POIDS)))
                .withColumn(SOURCE_LUE, Saisie.texte(col(SOURCE_TEXTE)))
                .withColumn(
                        PREMIER,
                        when(swapped, least(col(CODE_ACTEUR), col(CODE_ACTEUR_AUTRE)))
                                .otherwise(col(CODE_ACTEUR)))
                .withColumn(
                        SECOND,
                        when(swapped, greatest(col(CODE_ACTEUR), col(CODE_ACTEUR_AUTRE)))
                                .otherwise(col(CODE_ACTEUR_AUTRE)))
                .withColumn(DEPUIS, coalesce(col(DATE_DEBUT), lit("0001-01-01").cast("date")));
    }

    /** Whether relations of the kind have a direction; null for a kind the list does not have. */
    static Column orientee(Column type) {
        return when(type.isin(types("orientee", "oui")), true).when(type.isin(types("orientee", "non")), false);
    }

    /** The kinds of relation whose property has the value. */
    static Object[] types(String property, String value) {
        return CodeList.read("type_relation").rows().stream()
                .filter(row -> row.get(property).equals(value))
                .map((Map<String, String> row) -> row.get("code"))
                .toArray();
    }

    private static Dataset<Row> connus(Dataset<Row> lignes, Dataset<Row> annuaire, Dataset<Row> cooperations) {
        Dataset<Row> known = annuaire.select(CODE_ACTEUR)
                .union(cooperations.select(CODE_COOPERATION))
                .distinct();
        return lignes.join(
                        known.select(col(CODE_ACTEUR).as(CONNU)),
                        col(CODE_ACTEUR).equalTo(col(CONNU)),
                        "left")
                .join(
                        known.select(col(CODE_ACTEUR).as(AUTRE_CONNU)),
                        col(CODE_ACTEUR_AUTRE).equalTo(col(AUTRE_CONNU)),
                        "left");
    }

    private static Column rules() {
        Column unreadable = col(CODE_ACTEUR).isNull().or(col(CODE_ACTEUR_AUTRE).isNull());
        return regles(
                broken("acteur_illisible", unreadable),
                broken("type_inconnu", col(EST_ORIENTEE).isNull()),
                broken("relation_vers_soi", col(CODE_ACTEUR).equalTo(col(CODE_ACTEUR_AUTRE))),
                broken("dates_inversees", col(DATE_FIN).lt(col(DATE_DEBUT))),
                broken(
                        "poids_illisible",
                        Saisie.illisible(col(POIDS), col(POIDS_RELATION))
                                .or(col(POIDS_RELATION).lt(0))),
                broken(
                        "acteur_hors_registre",
                        not(unreadable)
                                .and(col(CONNU).isNull().or(col(AUTRE_CONNU).isNull()))),
                broken(
                        "date_illisible",
                        Saisie.illisible(col(DU), col(DATE_DEBUT)).or(Saisie.illisible(col(AU), col(DATE_FIN)))));
    }
}

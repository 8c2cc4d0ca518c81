package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What people answer to the assessment frameworks, with the score of each answer where it has one. */
public final class EvaluationReponse implements Transformation {

    private static final String CONNUE = "_connue";

    @Override
    public TableContract target() {
        return Silver.EVALUATION_REPONSE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_EVALUATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> annuaire =
                Acteurs.annuaire(tables.read(Silver.ETABLISSEMENT), tables.read(Silver.ENTITE_JURIDIQUE));
        return apply(lues(tables.read(Bronze.DECLARATION_EVALUATION), annuaire), tables.read(Silver.COOPERATION));
    }

    /** The lines in force, read: what a person answers again in the same session replaces what they said. */
    static Dataset<Row> lues(Dataset<Row> declarations, Dataset<Row> annuaire) {
        Dataset<Row> lignes = declarations
                .withColumn(CODE_COOPERATION, Acteurs.cooperation(col(COOPERATION)))
                .withColumn(CODE_REFERENTIEL, Saisie.code(col(REFERENTIEL)))
                .withColumn(DATE_SESSION, Saisie.date(col(SESSION)))
                .withColumn(REPONDANT, Saisie.texte(col(REPONDANT)));
        Dataset<Row> enVigueur = Depots.enVigueur(
                lignes, CODE_COOPERATION, List.of(CODE_COOPERATION, CODE_REFERENTIEL, DATE_SESSION, REPONDANT));
        return Acteurs.lus(Acteurs.lus(enVigueur, ACTEUR, CODE_ACTEUR, annuaire), AUTRE, CODE_ACTEUR_AUTRE, annuaire)
                .withColumn(CODE_ITEM, Saisie.code(col(ITEM)))
                .withColumn(POIDS_REPONSE, coalesce(Saisie.nombre(col(POIDS)), lit(1.0)))
                .withColumn(
                        EST_PRIORITAIRE, coalesce(Saisie.code(col(PRIORITAIRE)).isin("oui", "x", "1"), lit(false)));
    }

    static Dataset<Row> apply(Dataset<Row> lues, Dataset<Row> cooperations) {
        Dataset<Row> known =
                cooperations.select(col(CODE_COOPERATION)).distinct().withColumn(CONNUE, lit(true));
        Dataset<Row> jugees = Questions.reponses(Questions.posees(lues, cooperations), cooperations)
                .join(known, new String[] {CODE_COOPERATION}, "left")
                .withColumn(Technical.REGLES, rules())
                .withColumn("_cle", cle());
        return Depots.sansDoublons(
                        jugees, "reponse_en_double", Listes.rejets(Silver.EVALUATION_REPONSE), List.of("_cle"))
                .select(
                        col(CODE_COOPERATION),
                        col(CODE_REFERENTIEL),
                        col(DATE_SESSION),
                        col(REPONDANT),
                        col(CODE_AXE),
                        col(CODE_ITEM),
                        col(Questions.PREMIER).as(CODE_ACTEUR),
                        col(Questions.SECOND).as(CODE_ACTEUR_AUTRE),
                        col(CODE_REPONSE),
                        col(TEXTE_REPONSE),
                        col(SCORE_REPONSE),
                        col(EST_NON_CONCERNE),
                        col(POIDS_REPONSE),
                        col(EST_PRIORITAIRE),
                        Saisie.texte(col(COMMENTAIRE)).as(COMMENTAIRE_REPONSE),
                        col(Technical.SOURCE).as(SOURCE),
                        col(Technical.MILLESIME).as(CONNU_DU),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    /** One answer per person and question; a person may note several points in words. */
    private static Column cle() {
        Column[] said = List.of(
                        CODE_COOPERATION,
                        CODE_REFERENTIEL,
                        DATE_SESSION,
                        REPONDANT,
                        CODE_ITEM,
                        Questions.PREMIER,
                        Questions.SECOND,
                        TEXTE_REPONSE)
                .stream()
                .map(name -> coalesce(col(name).cast("string"), lit("")))
                .toArray(Column[]::new);
        return to_json(array(said));
    }

    private static Column rules() {
        Column acteur = col(Questions.SUJET).isin("acteur", "couple");
        Column couple = col(Questions.SUJET).equalTo("couple");
        Column autre = col(CODE_ACTEUR_AUTRE)
                .isNull()
                .or(coalesce(col(CODE_ACTEUR_AUTRE).equalTo(col(CODE_ACTEUR)), lit(false)));
        Column known = coalesce(Questions.connu(col(CODE_REFERENTIEL)), lit(false));
        Column asked = col(CODE_AXE).isNotNull();
        Column said = Saisie.texte(col(REPONSE)).isNotNull();
        return regles(
                broken("cooperation_absente", col(CONNUE).isNull()),
                broken("referentiel_inconnu", not(known)),
                broken("item_inconnu", known.and(not(asked))),
                broken("session_sans_date", col(DATE_SESSION).isNull()),
                broken("repondant_absent", col(REPONDANT).isNull()),
                broken("reponse_absente", not(said)),
                broken(
                        "reponse_hors_liste",
                        asked.and(said).and(col(CODE_REPONSE).isNull())),
                broken("acteur_absent", acteur.and(col(CODE_ACTEUR).isNull())),
                broken("autre_acteur_absent", couple.and(autre)),
                broken(
                        "poids_illisible",
                        Saisie.illisible(col(POIDS), Saisie.nombre(col(POIDS)))
                                .or(col(POIDS_REPONSE).lt(0))));
    }
}

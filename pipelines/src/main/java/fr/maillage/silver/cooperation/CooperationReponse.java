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
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

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
import org.apache.spark.sql.expressions.Window;

/** What persons answer on cooperations that registers give away, the last word on each. */
public final class CooperationReponse implements Transformation {

    /** How the identifier of a found cooperation begins; a declared one is never called so. */
    private static final String DETECTEE = "^coop:(finess|gcc|gco|ght):.+";

    private static final String OUI = "oui";
    private static final String NON = "non";
    private static final String RETIREE = "retiree";

    @Override
    public TableContract target() {
        return Silver.COOPERATION_REPONSE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_RAPPROCHEMENT);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.DECLARATION_RAPPROCHEMENT));
    }

    static Dataset<Row> apply(Dataset<Row> declarations) {
        Column une = Acteurs.cooperation(col(COOPERATION));
        Column autre = Acteurs.cooperation(col(AUTRE_COOPERATION));
        Dataset<Row> lues = Depots.sansCorrigees(declarations)
                .withColumn(CODE_COOPERATION, coalesce(least(une, autre), une))
                .withColumn(CODE_AUTRE, when(autre.isNotNull(), greatest(une, autre)))
                .withColumn("_seule", autre.isNull())
                .withColumn("_lisible", une.isNotNull())
                .withColumn(REPONSE, Saisie.code(col(REPONSE)))
                .withColumn(AUTEUR, Saisie.texte(col(AUTEUR)))
                .withColumn(Technical.REGLES, rules());
        Column newest = row_number()
                .over(Window.partitionBy(
                                col(CODE_COOPERATION), col(CODE_AUTRE), Listes.estRejetee(Silver.COOPERATION_REPONSE))
                        .orderBy(
                                col(LE).desc(),
                                col(Technical.RANG).desc(),
                                col(Technical.LIGNE).desc(),
                                col(Technical.FICHIER)));
        return lues.withColumn("_ordre", newest)
                .where(Listes.estRejetee(Silver.COOPERATION_REPONSE)
                        .or(col("_ordre").equalTo(1)))
                .where(not(coalesce(col(REPONSE), lit("")).equalTo(RETIREE)))
                .select(
                        col(CODE_COOPERATION),
                        col(CODE_AUTRE),
                        col(REPONSE),
                        col(AUTEUR),
                        Saisie.texte(col(RAISON)).as(RAISON),
                        Saisie.date(col(LE)).as(DATE_REPONSE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    /** Found cooperations of which a person said that they are none. */
    static Dataset<Row> refusees(Dataset<Row> reponses) {
        return reponses.where(col(CODE_AUTRE).isNull().and(col(REPONSE).equalTo(NON)))
                .select(CODE_COOPERATION);
    }

    /** Answers on pairs, the declared one first. */
    static Dataset<Row> paires(Dataset<Row> reponses) {
        Column first = col(CODE_COOPERATION).rlike(DETECTEE);
        return reponses.where(col(CODE_AUTRE).isNotNull())
                .select(
                        when(first, col(CODE_AUTRE))
                                .otherwise(col(CODE_COOPERATION))
                                .as(CODE_COOPERATION_DECLAREE),
                        when(first, col(CODE_COOPERATION))
                                .otherwise(col(CODE_AUTRE))
                                .as(CODE_COOPERATION_DETECTEE),
                        col(REPONSE),
                        col(AUTEUR),
                        col(RAISON),
                        col(DATE_REPONSE));
    }

    private static Column rules() {
        Column first = col(CODE_COOPERATION).rlike(DETECTEE);
        Column second = col(CODE_AUTRE).rlike(DETECTEE);
        Column alone = col("_seule").and(not(first).or(col(REPONSE).equalTo(OUI)));
        return regles(
                broken("cooperation_illisible", not(col("_lisible"))),
                broken("reponse_inconnue", coalesce(not(col(REPONSE).isin(OUI, NON, RETIREE)), lit(true))),
                broken("reponse_sans_objet", alone.or(first.equalTo(second))),
                broken("auteur_absent", col(AUTEUR).isNull()));
    }
}

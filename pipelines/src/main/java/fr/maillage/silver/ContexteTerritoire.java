package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Indicators of any origin on territories, each line validated and the newest upload kept. */
public final class ContexteTerritoire implements Transformation {

    private static final String EN_USAGE = "_en_usage";
    private static final String JAMAIS = "_jamais";

    @Override
    public TableContract target() {
        return Silver.CONTEXTE_TERRITOIRE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_CONTEXTE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.DECLARATION_CONTEXTE), tables.read(Silver.COMMUNE_VIE));
    }

    static Dataset<Row> apply(Dataset<Row> lignes, Dataset<Row> vies) {
        Dataset<Row> lues = enVigueur(lues(Depots.sansCorrigees(lignes)));
        Column again = row_number()
                .over(Window.partitionBy(NIVEAU, CODE_TERRITOIRE, ANNEE, INDICATEUR)
                        .orderBy(Technical.FICHIER, Technical.LIGNE))
                .gt(1);
        Column outside = col(VALEUR_INDICATEUR)
                .lt(col(BORNE_BASSE))
                .or(col(VALEUR_INDICATEUR).gt(col(BORNE_HAUTE)));
        Column commune = col(NIVEAU).equalTo("commune");
        return lues.join(usages(lues, vies), new String[] {CODE_TERRITOIRE, MILLESIME}, "left")
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("doublon", again),
                                broken("valeur_non_numerique", Saisie.illisible(col(VALEUR), col(VALEUR_INDICATEUR))),
                                broken("bornes_incoherentes", outside),
                                broken(
                                        "commune_inconnue",
                                        commune.and(col(EN_USAGE).isNull())),
                                broken(
                                        "commune_autre_millesime",
                                        commune.and(col(EN_USAGE).equalTo(false)))))
                .withColumn(
                        QUALIFICATIF,
                        coalesce(col(QUALIFICATIF), when(col(VALEUR_INDICATEUR).isNull(), col(VALEUR))))
                .drop(VALEUR, EN_USAGE, Technical.RANG);
    }

    private static Dataset<Row> lues(Dataset<Row> lignes) {
        return lignes.select(
                Saisie.code(col(NIVEAU)).as(NIVEAU),
                Saisie.territoire(col(NIVEAU), col(CODE_TERRITOIRE)).as(CODE_TERRITOIRE),
                Saisie.entier(col(MILLESIME_TEXTE)).as(MILLESIME),
                Saisie.entier(col(ANNEE_TEXTE)).as(ANNEE),
                Saisie.code(col(INDICATEUR)).as(INDICATEUR),
                Saisie.code(col(NATURE_INDICATEUR)).as(NATURE_INDICATEUR),
                Saisie.texte(col(VALEUR)).as(VALEUR),
                Saisie.nombre(col(VALEUR)).as(VALEUR_INDICATEUR),
                Saisie.nombre(col(MINIMUM_TEXTE)).as(BORNE_BASSE),
                Saisie.nombre(col(MAXIMUM_TEXTE)).as(BORNE_HAUTE),
                Saisie.texte(col(QUALIFICATIF)).as(QUALIFICATIF),
                Saisie.texte(col(SOURCE_TEXTE)).as(SOURCE_INDICATEUR),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Dataset<Row> enVigueur(Dataset<Row> lues) {
        Column newest = max(Technical.RANG).over(Window.partitionBy(NIVEAU, ANNEE, INDICATEUR));
        return lues.withColumn(JAMAIS, col(Technical.RANG).lt(newest))
                .where(not(col(JAMAIS)))
                .drop(JAMAIS);
    }

    /** For each code of a commune that ever was one, whether it was in that vintage. */
    private static Dataset<Row> usages(Dataset<Row> lues, Dataset<Row> vies) {
        Column then = Millesimes.within(col(MILLESIME), DATE_DEBUT, DATE_FIN);
        return lues.where(col(NIVEAU).equalTo("commune").and(col(MILLESIME).isNotNull()))
                .select(col(CODE_TERRITOIRE), col(MILLESIME))
                .distinct()
                .join(
                        vies.select(col(CODE_COMMUNE).as(CODE_TERRITOIRE), col(DATE_DEBUT), col(DATE_FIN)),
                        CODE_TERRITOIRE)
                .groupBy(CODE_TERRITOIRE, MILLESIME)
                .agg(max(coalesce(then, lit(false))).as(EN_USAGE));
    }
}

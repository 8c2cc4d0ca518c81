package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
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

/** Which territory a structure or cooperation is linked to, and how: declared, told by FINESS+, or derived for seats. */
public final class LienTerritoire implements Transformation {

    /** The role of the territory that counts what crosses borders once. */
    public static final String SIEGE = "siege";

    static final String DECLARE = "declare";
    private static final String ACTEUR_CONNU = "_acteur_connu";
    private static final String COMMUNE_CONNUE = "_commune_connue";
    private static final String LIEN_LU = "_lien_lu";
    private static final String PART_LUE = "_part_lue";

    @Override
    public TableContract target() {
        return Silver.LIEN_TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> etablissements = tables.read(Silver.ETABLISSEMENT);
        Dataset<Row> entites = tables.read(Silver.ENTITE_JURIDIQUE);
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> derives = LiensDerives.of(
                cooperations,
                tables.read(Silver.COOPERATION_MEMBRE),
                etablissements,
                entites,
                tables.read(Silver.ZONE_INTERVENTION_COMMUNE));
        return declares(
                        tables.read(Bronze.DECLARATION_LIEN),
                        Acteurs.annuaire(etablissements, entites),
                        cooperations,
                        tables.read(Silver.COMMUNE_VIE))
                .unionByName(derives);
    }

    static Dataset<Row> declares(
            Dataset<Row> declarations, Dataset<Row> annuaire, Dataset<Row> cooperations, Dataset<Row> vies) {
        Dataset<Row> lues = Depots.enVigueur(
                lues(Acteurs.lus(declarations, ACTEUR, CODE_ACTEUR, annuaire)), CODE_ACTEUR, List.of(CODE_ACTEUR));
        Dataset<Row> known = annuaire.select(CODE_ACTEUR)
                .union(cooperations.select(CODE_COOPERATION))
                .distinct()
                .withColumn(ACTEUR_CONNU, lit(true));
        Dataset<Row> communes =
                vies.select(col(CODE_COMMUNE).as(CODE_TERRITOIRE)).distinct().withColumn(COMMUNE_CONNUE, lit(true));
        return lues.join(known, new String[] {CODE_ACTEUR}, "left")
                .join(broadcast(communes), new String[] {CODE_TERRITOIRE}, "left")
                .withColumn(Technical.REGLES, rules())
                .select(
                        col(CODE_ACTEUR),
                        col(ROLE_LIEN),
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        coalesce(col(PART_LIEN), when(col(PART_LUE).isNull(), 1.0))
                                .as(PART_LIEN),
                        lit(DECLARE).as(ORIGINE_LIEN),
                        coalesce(col(LIEN_LU), col(Technical.SOURCE)).as(SOURCE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    private static Dataset<Row> lues(Dataset<Row> lignes) {
        return lignes.withColumn(ROLE_LIEN, Saisie.code(col(ROLE)))
                .withColumn(CODE_TERRITOIRE, Saisie.territoire(col(NIVEAU), col(CODE_TERRITOIRE)))
                .withColumn(NIVEAU, Saisie.code(col(NIVEAU)))
                .withColumn(MILLESIME, Saisie.entier(col(MILLESIME_TEXTE)))
                .withColumn(DATE_DEBUT, Saisie.date(col(DU)))
                .withColumn(DATE_FIN, Saisie.date(col(AU)))
                .withColumn(PART_LUE, Saisie.texte(col(PART_TEXTE)))
                .withColumn(PART_LIEN, Saisie.nombre(col(PART_TEXTE)))
                .withColumn(LIEN_LU, Saisie.texte(col(SOURCE_TEXTE)));
    }

    private static Column rules() {
        Column again = row_number()
                .over(Window.partitionBy(CODE_ACTEUR, ROLE_LIEN, NIVEAU, CODE_TERRITOIRE, DATE_DEBUT)
                        .orderBy(col(Technical.RANG).desc(), col(Technical.FICHIER), col(Technical.LIGNE)))
                .gt(1);
        Column commune = col(NIVEAU).equalTo("commune");
        return regles(
                broken("acteur_illisible", col(CODE_ACTEUR).isNull()),
                broken("role_inconnu", Listes.horsListe(col(ROLE_LIEN), CodeList.read("role_lien"))),
                broken("siege_sans_commune", col(ROLE_LIEN).equalTo(SIEGE).and(not(commune))),
                broken("commune_inconnue", commune.and(col(COMMUNE_CONNUE).isNull())),
                broken(
                        "part_illisible",
                        col(PART_LUE)
                                .isNotNull()
                                .and(coalesce(not(col(PART_LIEN).between(0, 1)), lit(true)))),
                broken("dates_inversees", col(DATE_FIN).lt(col(DATE_DEBUT))),
                broken("doublon", again),
                broken(
                        "acteur_inconnu",
                        col(CODE_ACTEUR).isNotNull().and(col(ACTEUR_CONNU).isNull())),
                broken(
                        "date_illisible",
                        Saisie.illisible(col(DU), col(DATE_DEBUT)).or(Saisie.illisible(col(AU), col(DATE_FIN)))));
    }
}

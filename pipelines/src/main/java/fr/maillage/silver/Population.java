package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.annee;
import static fr.maillage.silver.territoire.Lignes.codeCommune;
import static fr.maillage.silver.territoire.Lignes.number;
import static fr.maillage.silver.territoire.Lignes.rang;
import static fr.maillage.silver.territoire.Lignes.text;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Legal populations by commune and year, whatever the header of the year.
 *
 * <p>Paris, Lyon and Marseille stand by arrondissement municipal: their populations are added up. Where a file gives the
 * commune as well, that line is taken. The file of 2020 counts Les Trois Lacs twice, under its code of then (27058) and that
 * of a year later (27676): the second is set aside.
 */
public final class Population implements Transformation {

    private static final String CODE_COMPLET = "([0-9]{2}|2[AB])[0-9]{3}";
    private static final int GEOGRAPHIE_APRES = 2;
    private static final String CODE_PUBLIE = "_code_publie";
    private static final String ECARTEE = "_ecartee";
    private static final String AILLEURS = "_ailleurs";

    @Override
    public TableContract target() {
        return Silver.POPULATION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.INSEE_POPULATION),
                tables.read(Silver.COMMUNE_RATTACHEE),
                tables.read(Silver.COMMUNE_VIE));
    }

    static Dataset<Row> apply(Dataset<Row> lignes, Dataset<Row> rattachees, Dataset<Row> vies) {
        Dataset<Row> lues = lignes(lignes, rattachees);
        Dataset<Row> jugees = lues.join(
                        broadcast(comptesSousUnAutreCode(lues, vies)), new String[] {CODE_COMMUNE, ANNEE}, "left")
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("doublon", rang(CODE_PUBLIE, ANNEE).gt(1).or(comprise())),
                                broken("compte_sous_un_autre_code", col(AILLEURS)),
                                broken(
                                        "population_illisible",
                                        col(POPULATION_MUNICIPALE).isNull())))
                .withColumn(
                        ECARTEE,
                        when(
                                size(col(Technical.REGLES)).gt(0),
                                concat_ws("/", col(Technical.FICHIER), col(Technical.LIGNE))));
        return jugees.groupBy(CODE_COMMUNE, MILLESIME, ANNEE, ECARTEE)
                .agg(
                        sum(POPULATION_MUNICIPALE).as(POPULATION_MUNICIPALE),
                        sum(POPULATION_COMPTEE_A_PART).as(POPULATION_COMPTEE_A_PART),
                        sum(POPULATION_TOTALE).as(POPULATION_TOTALE),
                        min(Technical.FICHIER).as(Technical.FICHIER),
                        min(Technical.LIGNE).as(Technical.LIGNE),
                        min(Technical.REGLES).as(Technical.REGLES))
                .drop(ECARTEE);
    }

    private static Dataset<Row> lignes(Dataset<Row> lignes, Dataset<Row> rattachees) {
        Dataset<Row> arrondissements = rattachees
                .where(col(TYPE_COMMUNE).equalTo("ARM"))
                .select(col(CODE_COMMUNE_RATTACHEE).as(CODE_PUBLIE), col(CODE_COMMUNE))
                .distinct();
        return lignes.select(
                        code().as(CODE_PUBLIE),
                        annee().as(ANNEE),
                        annee().plus(GEOGRAPHIE_APRES).as(MILLESIME),
                        number(PMUN).as(POPULATION_MUNICIPALE),
                        number(PCAP).as(POPULATION_COMPTEE_A_PART),
                        number(PTOT).as(POPULATION_TOTALE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG))
                .join(broadcast(arrondissements), new String[] {CODE_PUBLIE}, "left")
                .withColumn(CODE_COMMUNE, coalesce(col(CODE_COMMUNE), col(CODE_PUBLIE)));
    }

    /** Codes that are not of the geography of the file, of people who stand under their code of then as well. */
    private static Dataset<Row> comptesSousUnAutreCode(Dataset<Row> lues, Dataset<Row> vies) {
        Dataset<Row> atomes = vies.where(col(TYPE_COMMUNE).equalTo("COM"))
                .select(
                        col(CODE_COMMUNE),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        explode(col(ATOMES)).as(ATOME));
        Dataset<Row> codes = lues.select(CODE_COMMUNE, ANNEE, MILLESIME).distinct();
        Dataset<Row> enUsage =
                codes.join(atomes, CODE_COMMUNE).where(Millesimes.within(col(MILLESIME), DATE_DEBUT, DATE_FIN));
        return codes.join(enUsage.select(CODE_COMMUNE, ANNEE), new String[] {CODE_COMMUNE, ANNEE}, "left_anti")
                .join(atomes.select(CODE_COMMUNE, ATOME).distinct(), CODE_COMMUNE)
                .join(enUsage.select(ANNEE, ATOME), new String[] {ANNEE, ATOME})
                .select(col(CODE_COMMUNE), col(ANNEE), lit(true).as(AILLEURS))
                .distinct();
    }

    /** The full code where com holds it; else that of the département and the one within it. */
    private static Column code() {
        return when(text(COM).rlike("^" + CODE_COMPLET + "$"), text(COM))
                .otherwise(codeCommune(coalesce(text(CODDEP), text(DEP)), text(CODCOM)));
    }

    /** An arrondissement whose commune has a line of its own. */
    private static Column comprise() {
        Column arrondissement = col(CODE_PUBLIE).notEqual(col(CODE_COMMUNE));
        Column commune = max(col(CODE_PUBLIE).equalTo(col(CODE_COMMUNE))).over(Window.partitionBy(CODE_COMMUNE, ANNEE));
        return arrondissement.and(commune);
    }
}

package fr.maillage.silver.ban;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.ban.Reference.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.silver.finess.Mots;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The streets and localities that may be the one an address names, and of each the one address that stands for it.
 *
 * <p>Compared are names of the claimed commune or the same postal code of which one word begins alike; so the work grows
 * with the addresses to place, not with the reference.
 */
final class Candidats {

    static final String RANG_TEXTE = "_rang_texte";
    static final String GENRE_NOM = "_genre";
    static final String NOM_BAN = "_nom";
    static final String RESSEMBLANCE = "_ressemblance";
    static final String NUMERO_DEMANDE = "_numero_demande";
    static final String INDICE_DEMANDE = "_indice_demande";
    static final String ANNONCEE = "_annoncee";
    static final String VOIE_DEMANDEE = "_voie_demandee";

    private static final String LIEU = "_lieu_compare";
    private static final String AMORCE = "_amorce";
    private static final String DEMANDES = "_mots_demandes";
    private static final String TROUVES = "_mots_trouves";
    /** Less alike than this, or than the best by so much, is no candidate. */
    private static final double PLANCHER = 0.5;

    private static final double ECART = 0.25;
    private static final int PLUS_DE_CANDIDATS = 10;

    private Candidats() {}

    /** Street or locality of each address of the reference: a row for each of its names. */
    static Dataset<Row> noms(Dataset<Row> adresses) {
        Column names = array(
                struct(lit("voie").as(GENRE_NOM), col(VOIE_BAN).as(NOM_BAN)),
                struct(lit("lieu_dit").as(GENRE_NOM), col(LIEU_DIT_BAN).as(NOM_BAN)));
        return adresses.select(col("*"), inline(names)).where(col(NOM_BAN).isNotNull());
    }

    /** The names worth keeping for each address, with how much they look alike. */
    static Dataset<Row> voies(Dataset<Row> demandes, Dataset<Row> noms, Mots mots) {
        Ressemblance ressemblance = new Ressemblance(mots);
        UDF2<Seq<String>, Seq<String>, Double> likeness = (one, other) -> ressemblance.of(texts(one), texts(other));
        Dataset<Row> compared = demandees(demandes)
                .join(existantes(noms, mots), new String[] {LIEU, AMORCE})
                .drop(LIEU, AMORCE)
                .distinct()
                .withColumn(RESSEMBLANCE, udf(likeness, DataTypes.DoubleType).apply(col(DEMANDES), col(TROUVES)))
                .where(col(RESSEMBLANCE).geq(PLANCHER))
                .drop(DEMANDES, TROUVES);
        var parEtablissement = Window.partitionBy(NUMERO_FINESS_ET);
        Column best = max(RESSEMBLANCE).over(parEtablissement);
        Column place = row_number()
                .over(parEtablissement.orderBy(
                        col(RESSEMBLANCE).desc(),
                        col(RANG_TEXTE),
                        col(COMMUNE_BAN).equalTo(col(ANNONCEE)).desc_nulls_last(),
                        col(COMMUNE_BAN),
                        col(POSTAL_BAN),
                        col(GENRE_NOM),
                        col(NOM_BAN)));
        return compared.withColumn("_meilleure", best)
                .withColumn("_place", place)
                .where(col("_place")
                        .leq(PLUS_DE_CANDIDATS)
                        .and(col(RESSEMBLANCE).geq(col("_meilleure").minus(ECART))))
                .drop("_meilleure", "_place");
    }

    /** One row per establishment, text, place and beginning of a word. */
    private static Dataset<Row> demandees(Dataset<Row> demandes) {
        return demandes.select(
                        col(NUMERO_FINESS_ET),
                        col(ANNONCEE),
                        col("_demande.numero").as(NUMERO_DEMANDE),
                        col("_demande.indice").as(INDICE_DEMANDE),
                        lieux(col(ANNONCEE), col(CODE_POSTAL)),
                        col("_demande.textes").as("_textes"),
                        exists(col("_demande.textes"), texte -> texte.getField("rang")
                                        .equalTo(0))
                                .as(VOIE_DEMANDEE))
                .select(col("*"), explode(col("_textes")).as("_texte"))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(ANNONCEE),
                        col(NUMERO_DEMANDE),
                        col(INDICE_DEMANDE),
                        col(VOIE_DEMANDEE),
                        col(LIEU),
                        col("_texte.rang").as(RANG_TEXTE),
                        col("_texte.mots").as(DEMANDES),
                        explode(col("_texte.amorces")).as(AMORCE));
    }

    private static Dataset<Row> existantes(Dataset<Row> noms, Mots mots) {
        UDF1<String, String[]> words = mots::of;
        UDF1<Seq<String>, String[]> amorces = found -> mots.amorces(texts(found));
        var texts = DataTypes.createArrayType(DataTypes.StringType);
        return noms.select(COMMUNE_BAN, POSTAL_BAN, GENRE_NOM, NOM_BAN)
                .distinct()
                .withColumn(TROUVES, udf(words, texts).apply(col(NOM_BAN)))
                .select(
                        col("*"),
                        explode(udf(amorces, texts).apply(col(TROUVES))).as(AMORCE))
                .select(col("*"), lieux(col(COMMUNE_BAN), col(POSTAL_BAN)));
    }

    /** The commune and the postal code as places to look in, one row each. */
    private static Column lieux(Column commune, Column postal) {
        return explode(array_compact(array(concat(lit("commune "), commune), concat(lit("postal "), postal))))
                .as(LIEU);
    }

    /**
     * Of each candidate one address: that of the number, else of the nearest number, else the one nearest to the middle.
     */
    static Dataset<Row> points(Dataset<Row> voies, Dataset<Row> noms) {
        var candidat = Window.partitionBy(NUMERO_FINESS_ET, RANG_TEXTE, COMMUNE_BAN, POSTAL_BAN, GENRE_NOM, NOM_BAN);
        Column east = col(LON_BAN).minus(avg(LON_BAN).over(candidat));
        Column north = col(LAT_BAN).minus(avg(LAT_BAN).over(candidat));
        Column otherIndex = not(col(INDICE_ECRIT).eqNullSafe(col(INDICE_DEMANDE)));
        Column away = when(col(GENRE_NOM).equalTo("voie"), abs(col(NUMERO_BAN).minus(col(NUMERO_DEMANDE))));
        return voies.join(noms, new String[] {COMMUNE_BAN, POSTAL_BAN, GENRE_NOM, NOM_BAN})
                .withColumn("_loin", coalesce(away, lit(Integer.MAX_VALUE)))
                .withColumn("_autre_indice", otherIndex)
                .withColumn("_carre", round(east.multiply(east).plus(north.multiply(north)), 12))
                .withColumn(
                        "_choix",
                        row_number()
                                .over(candidat.orderBy(
                                        col("_loin"),
                                        col("_autre_indice"),
                                        col("_carre"),
                                        col(NUMERO_BAN),
                                        col(CLE_LUE))))
                .where(col("_choix").equalTo(1));
    }

    private static String[] texts(Seq<String> words) {
        return CollectionConverters.asJava(words).toArray(String[]::new);
    }
}

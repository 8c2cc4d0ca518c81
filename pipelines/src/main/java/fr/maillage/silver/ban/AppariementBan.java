package fr.maillage.silver.ban;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.ban.Candidats.*;
import static fr.maillage.silver.ban.Reference.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Etat;
import fr.maillage.silver.finess.Mots;
import fr.maillage.silver.finess.PositionsProches;
import fr.maillage.silver.localisation.Localisateur;
import fr.maillage.silver.localisation.Reperes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Addresses that no published position places, matched against the Base Adresse Nationale.
 *
 * <p>Nothing is computed unless a file of it is loaded, and then for the communes that an address needs alone.
 */
public final class AppariementBan implements Transformation {

    private static final String LIEU = "_lieu";
    private static final double METRES_PER_DEGREE = 111_195;

    @Override
    public TableContract target() {
        return Silver.APPARIEMENT_BAN;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.BAN_ADRESSE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                PositionsProches.of(Etat.of(tables.read(Silver.ETABLISSEMENT_VERSION), tables), tables),
                tables.read(Bronze.BAN_ADRESSE),
                Reperes.localisateur(tables),
                tables.value(Parametres.BAN_SCORE_MIN),
                tables.value(Parametres.BAN_AMBIGU_M));
    }

    static Dataset<Row> apply(
            Dataset<Row> etablissements, Dataset<Row> ban, Localisateur localisateur, double seuil, double metres) {
        Mots mots = Mots.read();
        Demande demande = new Demande(mots);
        Dataset<Row> demandes = sansPosition(etablissements, localisateur, demande);
        Dataset<Row> adresses = utiles(Reference.adresses(ban, localisateur::actuelle, demande), demandes);
        Dataset<Row> candidats = parAdresse(demandes, adresses, mots).unionByName(parCle(demandes, adresses));
        return jugees(situees(demandes, adresses), meilleurs(candidats, metres), seuil);
    }

    /** Establishments whose published position cannot be used, with what their address says. */
    private static Dataset<Row> sansPosition(Dataset<Row> etablissements, Localisateur localisateur, Demande demande) {
        Column key = regexp_extract(lower(trim(col(SOURCE_POSITION))), "^(?:\\d{2}|2[ab])\\d{3}_.*$", 0);
        return etablissements
                .withColumn(LIEU, localisateur.lieu())
                .where(col(LIEU + ".interpretation").equalTo("aucune"))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(LIEU + ".annoncee").as(ANNONCEE),
                        col(CODE_POSTAL),
                        nullif(key, lit("")).as("_cle_publiee"),
                        demande.column().as("_demande"))
                .repartition(col(NUMERO_FINESS_ET));
    }

    /** The addresses of communes and postal codes in which one is looked for. */
    private static Dataset<Row> utiles(Dataset<Row> adresses, Dataset<Row> demandes) {
        Dataset<Row> communes = demandes.select(
                        explode(array_compact(array(col(ANNONCEE), upper(substring(col("_cle_publiee"), 1, 5)))))
                                .as("_demandee"))
                .distinct();
        Dataset<Row> postaux =
                demandes.select(col(CODE_POSTAL).as("_demande_postale")).distinct();
        return adresses.join(broadcast(communes), col(COMMUNE_BAN).equalTo(col("_demandee")), "left")
                .join(broadcast(postaux), col(POSTAL_BAN).equalTo(col("_demande_postale")), "left")
                .where(col("_demandee").isNotNull().or(col("_demande_postale").isNotNull()))
                .drop("_demandee", "_demande_postale");
    }

    /** Those in a commune or postal code that the reference holds. */
    private static Dataset<Row> situees(Dataset<Row> demandes, Dataset<Row> adresses) {
        Dataset<Row> communes = adresses.select(col(COMMUNE_BAN).as("_connue")).distinct();
        Dataset<Row> postaux = adresses.select(col(POSTAL_BAN).as("_connu")).distinct();
        return demandes.join(broadcast(communes), col(ANNONCEE).equalTo(col("_connue")), "left")
                .join(broadcast(postaux), col(CODE_POSTAL).equalTo(col("_connu")), "left")
                .where(col("_connue").isNotNull().or(col("_connu").isNotNull()))
                .select(col(NUMERO_FINESS_ET), col(ANNONCEE));
    }

    private static Dataset<Row> parAdresse(Dataset<Row> demandes, Dataset<Row> adresses, Mots mots) {
        Dataset<Row> noms = Candidats.noms(adresses);
        Dataset<Row> points = Candidats.points(Candidats.voies(demandes, noms, mots), noms);
        return points.withColumn(NIVEAU_BAN, Note.niveau())
                .withColumn(SCORE_BAN, Note.score())
                .withColumn(METHODE_BAN, lit("adresse"))
                .select(columns());
    }

    /** The address whose key FINESS publishes. */
    private static Dataset<Row> parCle(Dataset<Row> demandes, Dataset<Row> adresses) {
        return demandes.where(col("_cle_publiee").isNotNull())
                .join(adresses, col("_cle_publiee").equalTo(lower(col(CLE_LUE))))
                .withColumn(RANG_TEXTE, lit(-1))
                .withColumn(NOM_BAN, coalesce(col(VOIE_BAN), col(LIEU_DIT_BAN)))
                .withColumn(NIVEAU_BAN, lit("numero"))
                .withColumn(SCORE_BAN, round(Note.lieu(), 3))
                .withColumn(METHODE_BAN, lit("cle"))
                .select(columns());
    }

    private static Column[] columns() {
        return new Column[] {
            col(NUMERO_FINESS_ET),
            col(RANG_TEXTE),
            col(NIVEAU_BAN),
            col(SCORE_BAN),
            col(METHODE_BAN),
            col(CLE_LUE),
            col(COMMUNE_BAN),
            concat_ws(" ", col(NUMERO_BAN), col(INDICE_BAN), col(NOM_BAN)).as(ADRESSE_BAN),
            col(LON_BAN),
            col(LAT_BAN)
        };
    }

    /** The best candidate of each, how many there were, and whether another place is as good. */
    private static Dataset<Row> meilleurs(Dataset<Row> candidats, double metres) {
        var best = Window.partitionBy(NUMERO_FINESS_ET).orderBy(col(SCORE_BAN).desc(), col(RANG_TEXTE), col(CLE_LUE));
        var all = Window.partitionBy(NUMERO_FINESS_ET);
        Column asGood = col(SCORE_BAN).equalTo(max(SCORE_BAN).over(all));
        return candidats
                .withColumn("_premiere_lon", first(LON_BAN).over(best))
                .withColumn("_premiere_lat", first(LAT_BAN).over(best))
                .withColumn("_rival", asGood.and(distance().gt(metres)))
                .withColumn("_ambigu", max("_rival").over(all))
                .withColumn(NB_CANDIDATS, count(lit(1)).over(all))
                .withColumn("_place", row_number().over(best))
                .where(col("_place").equalTo(1));
    }

    /** On a plane: what is near is near enough for it. */
    private static Column distance() {
        Column north = col(LAT_BAN).minus(col("_premiere_lat"));
        Column east = col(LON_BAN).minus(col("_premiere_lon")).multiply(cos(radians(col(LAT_BAN))));
        return sqrt(north.multiply(north).plus(east.multiply(east))).multiply(METRES_PER_DEGREE);
    }

    private static Dataset<Row> jugees(Dataset<Row> demandes, Dataset<Row> meilleurs, double seuil) {
        Column score = coalesce(col(SCORE_BAN), lit(Note.COMMUNE_SEULE));
        Column ambiguous = coalesce(col("_ambigu"), lit(false));
        Column elsewhere = coalesce(col(COMMUNE_BAN).notEqual(col(ANNONCEE)), lit(false));
        Column placed = col(CLE_LUE)
                .isNotNull()
                .and(score.geq(seuil))
                .and(not(ambiguous))
                .and(not(elsewhere));
        return demandes.join(meilleurs, new String[] {NUMERO_FINESS_ET}, "left")
                .select(
                        col(NUMERO_FINESS_ET),
                        placed.as(EST_PLACE),
                        score.as(SCORE_BAN),
                        coalesce(col(NIVEAU_BAN), lit("commune")).as(NIVEAU_BAN),
                        coalesce(col(METHODE_BAN), lit("adresse")).as(METHODE_BAN),
                        col(CLE_LUE).as(CLE_BAN),
                        col(ADRESSE_BAN),
                        col(COMMUNE_BAN).as(CODE_COMMUNE_CANDIDAT),
                        col(LON_BAN).as(LONGITUDE_BAN),
                        col(LAT_BAN).as(LATITUDE_BAN),
                        coalesce(col(NB_CANDIDATS), lit(0L)).as(NB_CANDIDATS),
                        regles(
                                        broken("ban_sous_le_seuil", score.lt(seuil)),
                                        broken("ban_ambigu", ambiguous),
                                        broken("ban_autre_commune", elsewhere))
                                .as(Technical.REGLES));
    }
}

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
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/**
 * Addresses that no published position places, matched against the Base Adresse Nationale.
 *
 * <p>Nothing is computed unless a file of it is loaded. The addresses to place are brought together on the driver, the
 * reference is read past them once, and what looks alike is weighed.
 */
public final class AppariementBan implements Transformation {

    private static final String LIEU = "_lieu";
    private static final int MOST_DEMANDES = 500_000;
    private static final int MOST_LIEUX = 200_000;
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
        Dataset<Row> etablissements =
                PositionsProches.of(Etat.of(tables.read(Silver.ETABLISSEMENT_VERSION), tables), tables);
        Dataset<Row> adresses = Reference.adresses(tables.read(Bronze.BAN_ADRESSE));
        Localisateur localisateur = Reperes.localisateur(tables);
        Demande demande = new Demande(Mots.read());
        Lieux lieux = new Lieux(tables.list(Reference.lieux(adresses), MOST_LIEUX), localisateur::actuelle);
        List<Row> demandes = tables.list(sansPosition(etablissements, localisateur, demande), MOST_DEMANDES);
        return apply(
                etablissements.select(NUMERO_FINESS_ET),
                new Situees(demandes, lieux),
                Candidats.of(adresses, new Recherche(demandes, lieux, Mots.read()), lieux, demande),
                tables.value(Parametres.BAN_SCORE_MIN),
                tables.value(Parametres.BAN_AMBIGU_M));
    }

    /** Establishments whose published position cannot be used, with what their address says. */
    private static Dataset<Row> sansPosition(Dataset<Row> etablissements, Localisateur localisateur, Demande demande) {
        Column key = regexp_extract(lower(trim(col(SOURCE_POSITION))), "^(?:\\d{2}|2[ab])\\d{3}_.*$", 0);
        return etablissements
                .withColumn(LIEU, localisateur.lieu())
                .where(col(LIEU + ".interpretation").equalTo("aucune"))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(LIEU + ".annoncee"),
                        col(CODE_POSTAL),
                        nullif(key, lit("")),
                        demande.column());
    }

    private static Dataset<Row> apply(
            Dataset<Row> etablissements, Situees situees, Dataset<Row> candidats, double seuil, double metres) {
        Dataset<Row> demandes = etablissements
                .withColumn("_situee", udf(situees, DataTypes.StringType).apply(col(NUMERO_FINESS_ET)))
                .where(col("_situee").isNotNull())
                .select(col(NUMERO_FINESS_ET), nullif(col("_situee"), lit("")).as(ANNONCEE));
        Dataset<Row> notes = Candidats.points(candidats)
                .withColumn(NIVEAU_BAN, Note.niveau())
                .withColumn(SCORE_BAN, Note.score())
                .withColumn(
                        METHODE_BAN, when(col(GENRE_NOM).equalTo("cle"), "cle").otherwise("adresse"))
                .select(columns());
        return jugees(demandes, meilleurs(notes, metres), seuil);
    }

    /**
     * The commune that an establishment claims when the reference holds its place: empty when it claims none, null when
     * the reference does not hold it or nobody needs it.
     */
    private record Situees(HashMap<String, String> communes) implements UDF1<String, String>, Serializable {

        Situees(List<Row> demandes, Lieux lieux) {
            this(new HashMap<>());
            demandes.stream()
                    .filter(row -> lieux.holds(row.getString(1), row.getString(2)))
                    .forEach(row -> communes.put(row.getString(0), row.getString(1) == null ? "" : row.getString(1)));
        }

        @Override
        public String call(String numero) {
            return communes.get(numero);
        }
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
            concat_ws(
                            " ",
                            col(NUMERO_BAN),
                            col(INDICE_BAN),
                            when(col(GENRE_NOM).equalTo("cle"), coalesce(col(VOIE_BAN), col(LIEU_DIT_BAN)))
                                    .otherwise(col(NOM_BAN)))
                    .as(ADRESSE_BAN),
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

package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import fr.maillage.silver.perimetre.EtablissementZone;
import fr.maillage.silver.territoire.Choix;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.silver.territoire.Passerelle;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lifts measures told by commune to every level of territory, along the one bridge.
 *
 * <p>A row with code_commune and millesime comes out once per level in which it has a territory, with niveau,
 * code_territoire and {@link Choix#ESTIME}. The country counts every row, those without a known commune too: what goes in
 * comes out.
 *
 * <p>What is counted here cannot be divided: an establishment of a commune that was split, or that a division cuts, stands
 * in one of the pieces. In which is drawn from its identifier, in proportion to the inhabitants, so that it is the same one
 * in every table, counts stay whole and add up; where that decides, the row is an estimate. In a zone that is drawn on the
 * map an establishment stands by its position, where that is known.
 */
public final class Agregation {

    /** Level and code of the country. */
    public static final String NATIONAL = "national";

    public static final String FRANCE = "FR";

    /** What {@link #tirees} draws. */
    static final String TIRAGE = "_tirage";

    private static final String HASARD = "_hasard";
    private static final int DRAWS = 1_000_000;
    private static final String PRIS = "_pris";

    private Agregation() {}

    /**
     * @param identifiant what cannot be divided; the same thing always falls on the same side
     */
    public static Dataset<Row> parTerritoire(Dataset<Row> mesures, Passerelle passerelle, Column identifiant) {
        return parTerritoire(mesures, mesures, passerelle, identifiant);
    }

    /**
     * The same for rows that take long to compute.
     *
     * @param lieux rows that are had at once, with every code_commune and millesime of the others
     */
    public static Dataset<Row> parTerritoire(
            Dataset<Row> mesures, Dataset<Row> lieux, Passerelle passerelle, Column identifiant) {
        Column zones = col(Passerelle.ZONES);
        return levees(passerelle.situees(mesures), passerelle.choix(lieux), tirage(identifiant), zones)
                .drop(Passerelle.ZONES);
    }

    /** Rows with {@link #TIRAGE}: null where nothing has to be drawn, so that rows may be added up by commune first. */
    static Dataset<Row> tirees(Dataset<Row> mesures, Passerelle passerelle, Column identifiant) {
        Dataset<Row> coupees = passerelle
                .choix(mesures)
                .where(size(col(Passerelle.CHOIX)).gt(1).or(estCoupee()))
                .select(col(CODE_COMMUNE), col(MILLESIME), lit(true).as(PRIS));
        Column drawn = struct(tirage(identifiant).as(HASARD), col(Passerelle.ZONES));
        return passerelle
                .situees(mesures)
                .join(broadcast(coupees), new String[] {CODE_COMMUNE, MILLESIME}, "left")
                .withColumn(TIRAGE, when(col(PRIS), drawn))
                .drop(PRIS, Passerelle.ZONES);
    }

    /** Lifts rows of {@link #tirees}. */
    static Dataset<Row> parTerritoire(Dataset<Row> tirees, Passerelle passerelle) {
        Column drawn = coalesce(col(TIRAGE).getField(HASARD), lit(0.0));
        return levees(tirees, passerelle.choix(tirees), drawn, col(TIRAGE).getField(Passerelle.ZONES))
                .drop(TIRAGE);
    }

    /** Rows with the one territory of a level that each stands in, null when none is known. */
    public static Dataset<Row> avecTerritoire(
            Dataset<Row> mesures, Passerelle passerelle, Column identifiant, String niveau, String code) {
        Column here = filter(col(PRIS), one -> one.getField(NIVEAU).equalTo(niveau));
        return mesures.join(broadcast(passerelle.choix(mesures)), new String[] {CODE_COMMUNE, MILLESIME}, "left")
                .withColumn(PRIS, pris(tirage(identifiant), lit(null).cast("array<string>")))
                .withColumn(code, get(here, lit(0)).getField(CODE_TERRITOIRE))
                .drop(PRIS, Passerelle.CHOIX);
    }

    private static Dataset<Row> levees(Dataset<Row> mesures, Dataset<Row> choix, Column tirage, Column zones) {
        Column country = array(struct(
                lit(NATIONAL).as(NIVEAU),
                lit(FRANCE).as(CODE_TERRITOIRE),
                lit(false).as(Choix.ESTIME)));
        return mesures.join(broadcast(choix), new String[] {CODE_COMMUNE, MILLESIME}, "left")
                .withColumn(PRIS, explode(coalesce(concat(country, pris(tirage, zones)), country)))
                .select(col("*"), col(PRIS + ".*"))
                .drop(PRIS, Passerelle.CHOIX);
    }

    /**
     * The territories a row stands in: those of the piece it is drawn into, of which each that shares it by its share, or
     * by the position where the zones there are known.
     */
    private static Column pris(Column tirage, Column zones) {
        Column choix = col(Passerelle.CHOIX);
        Column drawn = when(size(choix).gt(1), get(filter(choix, one -> tirage.lt(one.getField(Choix.HAUT))), lit(0)))
                .otherwise(get(choix, lit(0)));
        Column territoires = drawn.getField(Choix.TERRITOIRES);
        Column shared = filter(territoires, one -> when(parPosition(one, territoires, zones), aLaPosition(one, zones))
                .otherwise(parTirage(one, tirage)));
        return transform(when(estCoupee(), shared).otherwise(territoires), one -> {
            Column placed = one.getField(Choix.DESSINE).and(aLaPosition(one, zones));
            return struct(
                    one.getField(NIVEAU),
                    one.getField(CODE_TERRITOIRE),
                    one.getField(Choix.ESTIME).and(not(placed)).as(Choix.ESTIME));
        });
    }

    private static Column parTirage(Column territoire, Column tirage) {
        Column again = tirage(tirage, territoire.getField(NIVEAU));
        // A share that begins near 1 goes on from 0.
        return between(again, territoire).or(between(again.plus(1.0), territoire));
    }

    /** Cells cover the country: a position beside all those of its commune does not tell which one it stands in. */
    private static Column parPosition(Column territoire, Column territoires, Column zones) {
        Column grid = territoire.getField(NIVEAU).startsWith(Niveaux.HEXAGONE);
        Column inACell = exists(territoires, other -> other.getField(NIVEAU)
                .equalTo(territoire.getField(NIVEAU))
                .and(aLaPosition(other, zones)));
        return territoire
                .getField(Choix.DESSINE)
                .and(zones.isNotNull())
                .and(not(grid).or(inACell));
    }

    private static Column aLaPosition(Column territoire, Column zones) {
        Column name = EtablissementZone.nom(territoire.getField(NIVEAU), territoire.getField(CODE_TERRITOIRE));
        return coalesce(array_contains(zones, name), lit(false));
    }

    private static Column between(Column drawn, Column territoire) {
        return drawn.geq(territoire.getField(Choix.BAS)).and(drawn.lt(territoire.getField(Choix.HAUT)));
    }

    /** Whether a division cuts the commune. */
    private static Column estCoupee() {
        return exists(
                col(Passerelle.CHOIX),
                one -> exists(one.getField(Choix.TERRITOIRES), territoire -> territoire
                        .getField(Choix.HAUT)
                        .minus(territoire.getField(Choix.BAS))
                        .lt(0.999999)));
    }

    /** A number from 0 to 1 that depends on values alone. */
    private static Column tirage(Column... values) {
        return pmod(xxhash64(values), lit(DRAWS)).divide((double) DRAWS);
    }
}

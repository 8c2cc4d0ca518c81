package fr.maillage.gold.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import fr.maillage.silver.cooperation.LienTerritoire;
import fr.maillage.silver.territoire.DivisionsDuCadre;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Links to territories: the one seat of a cooperation on a day, and the communes that an actor covers. */
public final class Liens {

    /** The communes of the cadre that an actor covers. */
    public static final String COMMUNE_COUVERTE = "_commune_couverte";

    private static final String CHOISI = "_choisi";
    /** Divisions told zone by zone are read in the vintage of each line. */
    private static final String ZONE_PAR_ZONE = "territoire";

    private Liens() {}

    /** Cooperations as they count: one that was found and is declared too is the declared one. */
    public static Dataset<Row> comptees(Dataset<Row> cooperations, Dataset<Row> rapprochements) {
        return cooperations.join(
                rapprochements.select(col(CODE_COOPERATION_DETECTEE).as(CODE_COOPERATION)),
                new String[] {CODE_COOPERATION},
                "left_anti");
    }

    /**
     * One row per cooperation that lives on a day: its seat, null when none is known.
     *
     * <p>A declared seat goes before that of the registry, this before that of the support member; of several the one that
     * began last, then the first commune.
     */
    public static Dataset<Row> sieges(Dataset<Row> liens, Dataset<Row> cooperations, Dataset<Row> jours) {
        Dataset<Row> seats = liens.where(col(ROLE_LIEN).equalTo(LienTerritoire.SIEGE))
                .select(
                        col(CODE_ACTEUR).as(CODE_COOPERATION),
                        col(CODE_TERRITOIRE).as(CODE_COMMUNE),
                        col(MILLESIME),
                        col(ORIGINE_LIEN),
                        col(DATE_DEBUT).as(Appartenances.DU),
                        col(DATE_FIN).as(Appartenances.AU));
        Column rank = when(col(ORIGINE_LIEN).equalTo("declare"), 1)
                .when(col(ORIGINE_LIEN).equalTo("registre"), 2)
                .otherwise(3);
        Column age = coalesce(datediff(col(DATE_OBSERVATION), col(Appartenances.DU)), lit(Integer.MAX_VALUE));
        Dataset<Row> chosen = seats.crossJoin(broadcast(jours.select(DATE_OBSERVATION)))
                .where(Appartenances.vivante(col(DATE_OBSERVATION)))
                .groupBy(CODE_COOPERATION, DATE_OBSERVATION)
                .agg(min_by(struct(CODE_COMMUNE, MILLESIME), struct(rank, age, col(CODE_COMMUNE)))
                        .as(CHOISI));
        return vivantes(cooperations, jours)
                .join(chosen, new String[] {CODE_COOPERATION, DATE_OBSERVATION}, "left")
                .select(col(CODE_COOPERATION), col(FORME_JURIDIQUE), col(DATE_OBSERVATION), col(CHOISI + ".*"));
    }

    /** Cooperations on the days on which they live. */
    static Dataset<Row> vivantes(Dataset<Row> cooperations, Dataset<Row> jours) {
        return cooperations
                .select(
                        col(CODE_COOPERATION),
                        col(FORME_JURIDIQUE),
                        col(DATE_DEBUT).as(Appartenances.DU),
                        col(DATE_FIN).as(Appartenances.AU))
                .crossJoin(broadcast(jours.select(DATE_OBSERVATION)))
                .where(Appartenances.vivante(col(DATE_OBSERVATION)));
    }

    /**
     * One row per actor, origin, commune of the cadre and period: code_acteur, origine_lien, {@link #COMMUNE_COUVERTE},
     * part_lien, _du, _au.
     *
     * @param rattachement silver/rattachement
     * @param passages silver/passage_commune
     */
    public static Dataset<Row> communes(Dataset<Row> liens, Dataset<Row> rattachement, Dataset<Row> passages) {
        Dataset<Row> covering = liens.where(estCouvrant());
        Dataset<Row> periodes = covering.select(
                col(CODE_ACTEUR),
                col(ORIGINE_LIEN),
                col(NIVEAU),
                col(CODE_TERRITOIRE),
                col(MILLESIME),
                col(PART_LIEN),
                col(DATE_DEBUT).as(Appartenances.DU),
                col(DATE_FIN).as(Appartenances.AU));
        Dataset<Row> above = periodes.where(not(col(NIVEAU).equalTo("commune")))
                .join(
                        rattachement.select(col(NIVEAU), col(CODE_TERRITOIRE), col(CODE_COMMUNE), col(PART)),
                        new String[] {NIVEAU, CODE_TERRITOIRE})
                .withColumn(PART_LIEN, col(PART_LIEN).multiply(coalesce(col(PART), lit(1.0))));
        return retenues(above).unionByName(retenues(duCadre(periodes, rattachement, passages)));
    }

    /** Links to communes of any vintage, in those of the cadre that hold a part of them. */
    private static Dataset<Row> duCadre(Dataset<Row> periodes, Dataset<Row> rattachement, Dataset<Row> passages) {
        Dataset<Row> told = periodes.where(col(NIVEAU).equalTo("commune"));
        Dataset<Row> asZones = told.select(CODE_TERRITOIRE, MILLESIME)
                .distinct()
                .select(
                        concat_ws("|", col(CODE_TERRITOIRE), col(MILLESIME)).as(DIVISION),
                        col(CODE_TERRITOIRE).as(CODE_ZONE),
                        col(CODE_TERRITOIRE).as(CODE_COMMUNE),
                        col(MILLESIME),
                        lit(1.0).as(PART),
                        lit(null).cast("string").as(NATURE_PART),
                        lit(ZONE_PAR_ZONE).as(ORIGINE_DIVISION));
        Dataset<Row> cadre = rattachement.where(col(NIVEAU).equalTo("commune")).select(CODE_COMMUNE, MILLESIME);
        Dataset<Row> parts = DivisionsDuCadre.of(asZones, cadre, passages)
                .select(col(NIVEAU).as(DIVISION), col(CODE_COMMUNE), col(PART));
        return told.withColumn(DIVISION, concat_ws("|", col(CODE_TERRITOIRE), col(MILLESIME)))
                .join(parts, DIVISION)
                .withColumn(PART_LIEN, col(PART_LIEN).multiply(col(PART)));
    }

    private static Dataset<Row> retenues(Dataset<Row> communes) {
        return communes.select(
                col(CODE_ACTEUR),
                col(ORIGINE_LIEN),
                col(CODE_COMMUNE).as(COMMUNE_COUVERTE),
                least(lit(1.0), greatest(lit(0.0), col(PART_LIEN))).as(PART_LIEN),
                col(Appartenances.DU),
                col(Appartenances.AU));
    }

    /** Cooperations and the communes of the cadre they cover on each day, by themselves or as a body of the registry. */
    public static Dataset<Row> couvertes(Dataset<Row> communes, Dataset<Row> cooperations, Dataset<Row> jours) {
        Dataset<Row> asActors = cooperations
                .select(col(CODE_COOPERATION), col(CODE_COOPERATION).as(CODE_ACTEUR))
                .union(cooperations
                        .where(col(NUMERO_FINESS).isNotNull())
                        .select(col(CODE_COOPERATION), concat(lit("finess:"), col(NUMERO_FINESS))));
        Dataset<Row> lives = vivantes(cooperations, jours).drop(Appartenances.DU, Appartenances.AU);
        return communes.join(asActors, CODE_ACTEUR)
                .join(lives, CODE_COOPERATION)
                .where(Appartenances.vivante(col(DATE_OBSERVATION)))
                .groupBy(CODE_COOPERATION, FORME_JURIDIQUE, DATE_OBSERVATION, COMMUNE_COUVERTE)
                .agg(max(PART_LIEN).as(PART_LIEN));
    }

    /** Whether the role of a link means that its territory is covered. */
    public static Column estCouvrant() {
        Object[] roles = CodeList.read("role_lien").rows().stream()
                .filter(role -> role.get("couvre").equals("oui"))
                .map(role -> role.get("code"))
                .toArray();
        return col(ROLE_LIEN).isin(roles);
    }
}

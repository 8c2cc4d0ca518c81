package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.sql.Date;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The edges of the network of cooperation: memberships, relations that tie, and relays, each with its days. */
public final class LienCooperation implements Transformation {

    /** The kind of link from a member to its cooperation. */
    public static final String MEMBRE = "membre";

    private static final String RELAIS = "relais";
    private static final Column SANS_FIN = lit(Date.valueOf("9999-12-31"));

    @Override
    public TableContract target() {
        return Silver.LIEN_COOPERATION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                membres(
                        tables.read(Silver.COOPERATION_MEMBRE),
                        Maturites.vies(tables.read(Silver.COOPERATION), tables.read(Silver.FAIT_COOPERATION))),
                relations(tables.read(Silver.RELATION_ACTEUR)),
                relais(tables.read(Silver.RELAIS), tables.value(Parametres.RESEAU_RELAIS_MOIS)),
                Noeuds.read(tables),
                Suites.of(tables.read(Silver.ORGANISATION_SUCCESSEUR)));
    }

    /**
     * @param noeuds of {@link Noeuds#read}
     * @param suites of {@link Suites#of}
     */
    static Dataset<Row> apply(
            Dataset<Row> membres,
            Dataset<Row> relations,
            Dataset<Row> relais,
            Dataset<Row> noeuds,
            Dataset<Row> suites) {
        Dataset<Row> liens = membres.unionByName(relations)
                .unionByName(relais)
                .groupBy(CODE_ACTEUR, CODE_ACTEUR_AUTRE, TYPE_LIEN, DATE_DEBUT)
                .agg(
                        max(EST_ORIENTEE).as(EST_ORIENTEE),
                        nullif(max(coalesce(col(DATE_FIN), SANS_FIN)), SANS_FIN).as(DATE_FIN),
                        min(SOURCE).as(SOURCE),
                        max(CONNU_DU).as(CONNU_DU));
        Dataset<Row> nommes = Noeuds.avec(
                Noeuds.avec(liens, CODE_ACTEUR, CODE_NOEUD, noeuds), CODE_ACTEUR_AUTRE, CODE_NOEUD_AUTRE, noeuds);
        return Suites.avec(
                Suites.avec(nommes, CODE_NOEUD, NOEUD_REMPLACE, suites),
                CODE_NOEUD_AUTRE,
                NOEUD_REMPLACE_AUTRE,
                suites);
    }

    /**
     * Memberships on the days on which the cooperation lives too.
     *
     * @param vies of {@link Maturites#vies}
     */
    static Dataset<Row> membres(Dataset<Row> membres, Dataset<Row> vies) {
        Dataset<Row> lives = vies.select(
                col(CODE_COOPERATION),
                col(DATE_DEBUT).as("_start"),
                col(DATE_FIN).as("_end"));
        return membres.join(lives, CODE_COOPERATION)
                .select(
                        col(CODE_ACTEUR),
                        col(CODE_COOPERATION).as(CODE_ACTEUR_AUTRE),
                        selonRole(role -> lit(role.get("code")), lit(MEMBRE)).as(TYPE_LIEN),
                        selonRole(role -> lit(role.get("orientee").equals("oui")), lit(false))
                                .as(EST_ORIENTEE),
                        greatest(col(DATE_DEBUT), col("_start")).as(DATE_DEBUT),
                        least(col(DATE_FIN), col("_end")).as(DATE_FIN),
                        col(SOURCE),
                        col(CONNU_DU))
                .where(coalesce(col(DATE_FIN).geq(col(DATE_DEBUT)), lit(true)));
    }

    /** Who uses, serves or funds a cooperation without being a member of it has a relation with it. */
    private static Column selonRole(Function<Map<String, String>, Column> relation, Column member) {
        Column told = member;
        for (Map<String, String> type : CodeList.read("type_relation").rows()) {
            if (!type.get("role_membre").isEmpty()) {
                told = when(col(ROLE).equalTo(type.get("role_membre")), relation.apply(type))
                        .otherwise(told);
            }
        }
        return told;
    }

    private static Dataset<Row> relations(Dataset<Row> relations) {
        return relations
                .where(col(TYPE_RELATION).isin(RelationActeur.types("lie", "oui")))
                .select(
                        col(CODE_ACTEUR),
                        col(CODE_ACTEUR_AUTRE),
                        col(TYPE_RELATION).as(TYPE_LIEN),
                        col(EST_ORIENTEE),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(SOURCE),
                        col(CONNU_DU));
    }

    /** Months with a relay, from giver to receiver; told by one end or both. */
    private static Dataset<Row> relais(Dataset<Row> relais, long mois) {
        return relais.where(coalesce(col(NB_RELAIS).gt(0), lit(true)))
                .groupBy(
                        col(CODE_ACTEUR_DONNEUR).as(CODE_ACTEUR),
                        col(CODE_ACTEUR_RECEVEUR).as(CODE_ACTEUR_AUTRE),
                        col(MOIS).as(DATE_DEBUT))
                .agg(min(SOURCE).as(SOURCE))
                .select(
                        col(CODE_ACTEUR),
                        col(CODE_ACTEUR_AUTRE),
                        lit(RELAIS).as(TYPE_LIEN),
                        lit(true).as(EST_ORIENTEE),
                        col(DATE_DEBUT),
                        last_day(add_months(col(DATE_DEBUT), (int) mois - 1)).as(DATE_FIN),
                        col(SOURCE),
                        last_day(col(DATE_DEBUT)).as(CONNU_DU));
    }
}

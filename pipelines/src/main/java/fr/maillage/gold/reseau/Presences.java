package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import fr.maillage.gold.Agregation;
import fr.maillage.gold.Ouverts;
import fr.maillage.gold.Perimetre;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.cooperation.Noeuds;
import fr.maillage.silver.territoire.Choix;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * In which territories the nodes of the network are: where they run an open establishment or a work-integration structure.
 *
 * <p>The country holds every node that has a link, wherever it is.
 */
final class Presences {

    /** Whether the node runs a medico-social establishment there. */
    static final String ESMS = "_esms";

    private static final String PIECE = "_piece";

    private Presences() {}

    /** One row per node and territory: code_noeud, niveau, code_territoire, {@link #ESMS}, {@link Choix#ESTIME}. */
    static Dataset<Row> read(Tables tables, Dataset<Row> liens) {
        Passerelle passerelle = new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), tables.read(Silver.RATTACHEMENT))
                .avecPositions(tables.read(Silver.ETABLISSEMENT_ZONE));
        Dataset<Row> places = etablissements(tables)
                .unionByName(structures(tables.read(Silver.STRUCTURE_INSERTION)))
                .unionByName(partout(liens));
        Dataset<Row> situees = Noeuds.avec(places, CODE_ACTEUR, CODE_NOEUD, Noeuds.read(tables))
                .drop(CODE_ACTEUR);
        return Agregation.parTerritoire(situees, passerelle, col(PIECE))
                .groupBy(CODE_NOEUD, NIVEAU, CODE_TERRITOIRE)
                .agg(
                        max(ESMS).as(ESMS),
                        min(coalesce(col(Choix.ESTIME), lit(false))).as(Choix.ESTIME));
    }

    private static Dataset<Row> etablissements(Tables tables) {
        Dataset<Row> scope = tables.read(Silver.CATEGORIE)
                .select(col(CODE_CATEGORIE), Perimetre.of(tables).esms().as(ESMS));
        return Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT))
                .join(broadcast(scope), new String[] {CODE_CATEGORIE}, "left")
                .select(
                        concat(lit("finess:"), col(NUMERO_FINESS_ET)).as(CODE_ACTEUR),
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_ET).as(PIECE),
                        coalesce(col(ESMS), lit(false)).as(ESMS),
                        col(CODE_COMMUNE),
                        col(MILLESIME_COMMUNE).as(MILLESIME));
    }

    private static Dataset<Row> structures(Dataset<Row> structures) {
        Column organisation =
                coalesce(concat(lit("siren:"), col(SIREN)), concat(lit("ext:siae-"), col(IDENTIFIANT_SIAE)));
        return structures.select(
                organisation.as(CODE_ACTEUR),
                lit(null).cast("string").as(NUMERO_FINESS_ET),
                col(IDENTIFIANT_SIAE).as(PIECE),
                lit(false).as(ESMS),
                col(CODE_COMMUNE),
                col(MILLESIME_COMMUNE).as(MILLESIME));
    }

    private static Dataset<Row> partout(Dataset<Row> liens) {
        return liens.select(
                        explode(array(col(CODE_NOEUD), col(CODE_NOEUD_AUTRE))).as(CODE_ACTEUR))
                .distinct()
                .select(
                        col(CODE_ACTEUR),
                        lit(null).cast("string").as(NUMERO_FINESS_ET),
                        col(CODE_ACTEUR).as(PIECE),
                        lit(false).as(ESMS),
                        lit(null).cast("string").as(CODE_COMMUNE),
                        lit(null).cast("bigint").as(MILLESIME));
    }
}

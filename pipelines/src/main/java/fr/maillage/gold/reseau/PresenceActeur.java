package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import fr.maillage.gold.Agregation;
import fr.maillage.gold.Ouverts;
import fr.maillage.gold.Perimetre;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Noeuds;
import fr.maillage.silver.cooperation.Suites;
import fr.maillage.silver.territoire.Choix;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * In which territories the nodes of the network are: where they run an open establishment or a work-integration structure.
 *
 * <p>The country holds every node that has a link, wherever it is.
 */
public final class PresenceActeur implements Transformation {

    private static final String PIECE = "_piece";
    private static final String LIE = "_lie";

    @Override
    public TableContract target() {
        return Gold.PRESENCE_ACTEUR;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.LIEN_COOPERATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Passerelle passerelle = new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), tables.read(Silver.RATTACHEMENT))
                .avecPositions(tables.read(Silver.ETABLISSEMENT_ZONE));
        Dataset<Row> etablissements = etablissements(tables);
        Dataset<Row> structures = tables.read(Silver.STRUCTURE_INSERTION);
        return apply(
                Noeuds.desEtablissements(etablissements, tables)
                        .drop(NUMERO_FINESS_EJ)
                        .unionByName(structures(Noeuds.desStructures(structures, tables))),
                lieux(etablissements).union(lieux(structures.withColumn(MILLESIME, col(MILLESIME_COMMUNE)))),
                Suites.of(tables.read(Silver.ORGANISATION_SUCCESSEUR)),
                noeuds(tables.read(Silver.LIEN_COOPERATION)),
                passerelle);
    }

    /**
     * @param places establishments and structures with the node they are of
     * @param lieux the communes they stand in
     * @param lies nodes with a link
     */
    static Dataset<Row> apply(
            Dataset<Row> places, Dataset<Row> lieux, Dataset<Row> suites, Dataset<Row> lies, Passerelle passerelle) {
        Dataset<Row> datees = places.withColumn(DATE_DEBUT, lit(null).cast("date"))
                .withColumn(DATE_FIN, lit(null).cast("date"));
        Dataset<Row> retenues = Suites.avec(datees, CODE_NOEUD, NOEUD_REMPLACE, suites)
                .drop(NOEUD_REMPLACE)
                .join(broadcast(lies.withColumn(LIE, lit(true))), new String[] {CODE_NOEUD}, "left")
                .where(col(GERE_ESMS).or(col(LIE)))
                .drop(LIE);
        return Agregation.parTerritoire(retenues.unionByName(partout(lies)), lieux, passerelle, col(PIECE))
                .groupBy(CODE_NOEUD, NIVEAU, CODE_TERRITOIRE, DATE_DEBUT, DATE_FIN)
                .agg(
                        max(GERE_ESMS).as(GERE_ESMS),
                        min(coalesce(col(Choix.ESTIME), lit(false))).as(EST_ESTIMEE));
    }

    private static Dataset<Row> noeuds(Dataset<Row> liens) {
        return liens.select(
                        explode(array(col(CODE_NOEUD), col(CODE_NOEUD_AUTRE))).as(CODE_NOEUD))
                .distinct();
    }

    private static Dataset<Row> lieux(Dataset<Row> places) {
        return places.select(CODE_COMMUNE, MILLESIME);
    }

    private static Dataset<Row> etablissements(Tables tables) {
        Dataset<Row> scope = tables.read(Silver.CATEGORIE)
                .select(col(CODE_CATEGORIE), Perimetre.of(tables).esms().as(GERE_ESMS));
        return Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT))
                .join(broadcast(scope), new String[] {CODE_CATEGORIE}, "left")
                .select(
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        col(NUMERO_FINESS_ET).as(PIECE),
                        coalesce(col(GERE_ESMS), lit(false)).as(GERE_ESMS),
                        col(CODE_COMMUNE),
                        col(MILLESIME_COMMUNE).as(MILLESIME));
    }

    private static Dataset<Row> structures(Dataset<Row> structures) {
        return structures.select(
                col(CODE_NOEUD),
                lit(null).cast("string").as(NUMERO_FINESS_ET),
                col(IDENTIFIANT_SIAE).as(PIECE),
                lit(false).as(GERE_ESMS),
                col(CODE_COMMUNE),
                col(MILLESIME_COMMUNE).as(MILLESIME));
    }

    private static Dataset<Row> partout(Dataset<Row> noeuds) {
        return noeuds.select(
                col(CODE_NOEUD),
                lit(null).cast("date").as(DATE_DEBUT),
                lit(null).cast("date").as(DATE_FIN),
                lit(null).cast("string").as(NUMERO_FINESS_ET),
                col(CODE_NOEUD).as(PIECE),
                lit(false).as(GERE_ESMS),
                lit(null).cast("string").as(CODE_COMMUNE),
                lit(null).cast("bigint").as(MILLESIME));
    }
}

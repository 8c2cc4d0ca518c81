package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.split_part;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Choix;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Open establishments and their managers by territory and category, also per 10,000 inhabitants.
 *
 * <p>A manager of several establishments of a territory counts once there, so that managers never add up from level to
 * level. Establishments without a known commune count in the country alone.
 *
 * <p>Rows are sent to where their manager is counted before they are multiplied by territories and groups, some forty
 * times; a territory and a group are one text each meanwhile.
 */
public final class OffreParTerritoire implements Transformation {

    private static final int RATE_DECIMALS = 4;
    private static final String BETWEEN = "|";
    private static final String ESTIMES = "_estimes";
    private static final String GROUPE = "_groupe";
    private static final String TERRITOIRE = "_territoire";

    @Override
    public TableContract target() {
        return Gold.OFFRE_PAR_TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> ouverts = Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT));
        Passerelle passerelle = new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), tables.read(Silver.RATTACHEMENT))
                .avecPositions(tables.read(Silver.ETABLISSEMENT_ZONE));
        Dataset<Row> offres = apply(
                ouverts,
                Capacites.parEtablissement(tables.read(Silver.PLACE)),
                tables.read(Silver.CATEGORIE),
                connus(tables.read(Silver.TERRITOIRE), tables.read(Silver.COUVERTURE_REGISTRE)),
                passerelle,
                Perimetre.of(tables));
        return Capacites.decrites(offres, Strates.of(tables));
    }

    static Dataset<Row> apply(
            Dataset<Row> etablissements,
            Dataset<Row> capacites,
            Dataset<Row> categories,
            Dataset<Row> territoires,
            Passerelle passerelle,
            Perimetre perimetre) {
        Dataset<Row> places = Agregation.parTerritoire(
                        mesures(etablissements, capacites), passerelle, col(NUMERO_FINESS_ET))
                .withColumn(ESTIMES, when(col(Choix.ESTIME), 1L).otherwise(col(ESTIMES)))
                .withColumn(TERRITOIRE, concat_ws(BETWEEN, col(NIVEAU), col(CODE_TERRITOIRE)));
        Dataset<Row> comptes = parGestionnaire(places, groupes(categories, perimetre))
                .union(zeros(territoires))
                .groupBy(TERRITOIRE, GROUPE)
                .agg(
                        sum(NB_ETABLISSEMENTS).as(NB_ETABLISSEMENTS),
                        sum(NB_GESTIONNAIRES).as(NB_GESTIONNAIRES),
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES),
                        sum(NB_PLACES_AUTORISEES).as(NB_PLACES_AUTORISEES),
                        sum(Capacites.DOTES).as(Capacites.DOTES),
                        sum(ESTIMES).as(ESTIMES));
        return described(comptes, categories, territoires);
    }

    /** The territories, and whether the register of each is known whole. */
    private static Dataset<Row> connus(Dataset<Row> territoires, Dataset<Row> couvertures) {
        return territoires.join(
                broadcast(couvertures.select(NIVEAU, CODE_TERRITOIRE, REGISTRE)),
                new String[] {NIVEAU, CODE_TERRITOIRE},
                "left");
    }

    private static Dataset<Row> mesures(Dataset<Row> etablissements, Dataset<Row> capacites) {
        Column estime = when(col(SOURCE_COMMUNE).equalTo("adresse"), 1L).otherwise(0L);
        return etablissements
                .join(capacites, new String[] {NUMERO_FINESS_ET}, "left")
                .select(
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        col(CODE_CATEGORIE),
                        col(CODE_COMMUNE),
                        col(MILLESIME_COMMUNE).as(MILLESIME),
                        col(NB_PLACES_INSTALLEES),
                        col(NB_PLACES_AUTORISEES),
                        Capacites.dote(),
                        estime.as(ESTIMES))
                .repartition(col(NUMERO_FINESS_EJ));
    }

    /** The scope and group of categories, as texts, that each category counts in. */
    private static Dataset<Row> groupes(Dataset<Row> categories, Perimetre perimetre) {
        Column texts = transform(
                perimetre.perimetres(),
                scope -> transform(
                        Regroupements.of(),
                        group -> concat_ws(
                                BETWEEN, scope, group.getField(NIVEAU_CATEGORIE), group.getField(CODE_REGROUPEMENT))));
        return categories.select(col(CODE_CATEGORIE), flatten(texts).as(GROUPE));
    }

    /** The counts of each manager, who is 1 in each territory and group where it has any. */
    private static Dataset<Row> parGestionnaire(Dataset<Row> places, Dataset<Row> groupes) {
        Column unknownCategory = array(
                groupe(Perimetre.TOUS, Regroupements.ENSEMBLE, lit(Regroupements.ENS)),
                groupe(Perimetre.TOUS, "categorie", col(CODE_CATEGORIE)));
        // By category first: each row of a category then goes to several groups.
        Dataset<Row> parCategorie = summed(places.withColumn(NB_ETABLISSEMENTS, lit(1L)), CODE_CATEGORIE);
        Dataset<Row> parGroupe = parCategorie
                .join(broadcast(groupes), new String[] {CODE_CATEGORIE}, "left")
                .withColumn(GROUPE, explode(coalesce(col(GROUPE), unknownCategory)));
        return summed(parGroupe, GROUPE)
                .select(
                        col(TERRITOIRE),
                        col(GROUPE),
                        col(NB_ETABLISSEMENTS),
                        lit(1L).as(NB_GESTIONNAIRES),
                        col(NB_PLACES_INSTALLEES),
                        col(NB_PLACES_AUTORISEES),
                        col(Capacites.DOTES),
                        col(ESTIMES));
    }

    /** Sums of each manager in each territory. */
    private static Dataset<Row> summed(Dataset<Row> rows, String by) {
        return rows.groupBy(NUMERO_FINESS_EJ, TERRITOIRE, by)
                .agg(
                        sum(NB_ETABLISSEMENTS).as(NB_ETABLISSEMENTS),
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES),
                        sum(NB_PLACES_AUTORISEES).as(NB_PLACES_AUTORISEES),
                        sum(Capacites.DOTES).as(Capacites.DOTES),
                        sum(ESTIMES).as(ESTIMES));
    }

    /**
     * Nothing, in every territory and scope: a territory without any establishment has 0, not no row; and what nobody
     * told, where the register is not known whole, is no 0.
     */
    private static Dataset<Row> zeros(Dataset<Row> territoires) {
        Column none = when(col(REGISTRE).equalTo("complet"), lit(0L));
        Column all = lit(Regroupements.ENS);
        return territoires.select(
                concat_ws(BETWEEN, col(NIVEAU), col(CODE_TERRITOIRE)).as(TERRITOIRE),
                explode(array(
                                groupe(Perimetre.TOUS, Regroupements.ENSEMBLE, all),
                                groupe(Perimetre.ESMS, Regroupements.ENSEMBLE, all)))
                        .as(GROUPE),
                none.as(NB_ETABLISSEMENTS),
                none.as(NB_GESTIONNAIRES),
                lit(null).cast("bigint").as(NB_PLACES_INSTALLEES),
                lit(null).cast("bigint").as(NB_PLACES_AUTORISEES),
                lit(null).cast("bigint").as(Capacites.DOTES),
                lit(0L).as(ESTIMES));
    }

    private static Column groupe(String perimetre, String niveau, Column code) {
        return concat_ws(BETWEEN, lit(perimetre), lit(niveau), code);
    }

    private static Dataset<Row> described(Dataset<Row> comptes, Dataset<Row> categories, Dataset<Row> territoires) {
        Column rate = try_divide(col(NB_ETABLISSEMENTS).multiply(10_000.0), col(POPULATION));
        return comptes.join(
                        broadcast(territoires
                                .withColumn(TERRITOIRE, concat_ws(BETWEEN, col(NIVEAU), col(CODE_TERRITOIRE)))
                                .select(
                                        TERRITOIRE,
                                        NIVEAU,
                                        CODE_TERRITOIRE,
                                        MILLESIME,
                                        LIBELLE_TERRITOIRE,
                                        CODE_REGION,
                                        POPULATION,
                                        REGISTRE)),
                        new String[] {TERRITOIRE},
                        "inner")
                .withColumn(PERIMETRE, part(1))
                .withColumn(NIVEAU_CATEGORIE, part(2))
                .withColumn(CODE_REGROUPEMENT, part(3))
                .join(
                        broadcast(Regroupements.libelles(categories)),
                        new String[] {NIVEAU_CATEGORIE, CODE_REGROUPEMENT},
                        "left")
                .withColumn(TAUX_POUR_10000, round(rate, RATE_DECIMALS))
                .withColumn(PART_ESTIMEE, try_divide(col(ESTIMES).cast("double"), col(NB_ETABLISSEMENTS)))
                .drop(TERRITOIRE, GROUPE, ESTIMES);
    }

    private static Column part(int number) {
        return split_part(col(GROUPE), lit(BETWEEN), lit(number));
    }
}

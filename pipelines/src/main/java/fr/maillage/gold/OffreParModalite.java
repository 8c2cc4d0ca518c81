package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Open establishments and their places by public, modality, medicalisation and funder, for every territory.
 *
 * <p>An establishment counts once in each cell where it has equipment. It stands in one commune, so that cells are first
 * counted by commune and only then lifted to territories.
 */
public final class OffreParModalite implements Transformation {

    private static final List<String> AXES = List.of(PUBLIC_ACCUEILLI, MODALITE_ACCUEIL, MEDICALISATION, FINANCEURS);
    private static final String CELLULE = "_cellule";
    private static final String INCONNU = "inconnu";

    @Override
    public TableContract target() {
        return Gold.OFFRE_PAR_MODALITE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> offres = apply(
                tables.read(Silver.PLACE),
                Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT)),
                tables.read(Silver.CATEGORIE),
                tables.read(Silver.TERRITOIRE),
                new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), tables.read(Silver.RATTACHEMENT))
                        .avecPositions(tables.read(Silver.ETABLISSEMENT_ZONE)),
                Perimetre.of(tables));
        return Capacites.decrites(offres, Strates.of(tables));
    }

    static Dataset<Row> apply(
            Dataset<Row> places,
            Dataset<Row> etablissements,
            Dataset<Row> categories,
            Dataset<Row> territoires,
            Passerelle passerelle,
            Perimetre perimetre) {
        Dataset<Row> parEtablissement = parEtablissement(places, etablissements, categories, perimetre);
        Dataset<Row> cellules = Agregation.tirees(parEtablissement, passerelle, col(NUMERO_FINESS_ET))
                .groupBy(columns(CODE_COMMUNE, MILLESIME, Agregation.TIRAGE))
                .agg(
                        count(lit(1)).as(NB_ETABLISSEMENTS),
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES),
                        sum(NB_PLACES_AUTORISEES).as(NB_PLACES_AUTORISEES),
                        sum(Capacites.DOTES).as(Capacites.DOTES));
        return Agregation.parTerritoire(cellules, passerelle)
                .groupBy(columns(NIVEAU, CODE_TERRITOIRE))
                .agg(
                        sum(NB_ETABLISSEMENTS).as(NB_ETABLISSEMENTS),
                        sum(when(col(Choix.ESTIME), col(NB_ETABLISSEMENTS)).otherwise(0L))
                                .as(Choix.ESTIME),
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES),
                        sum(NB_PLACES_AUTORISEES).as(NB_PLACES_AUTORISEES),
                        sum(Capacites.DOTES).as(Capacites.DOTES))
                .withColumn(PART_ESTIMEE, try_divide(col(Choix.ESTIME).cast("double"), col(NB_ETABLISSEMENTS)))
                .drop(Choix.ESTIME)
                .join(
                        broadcast(territoires.select(
                                NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE, CODE_REGION)),
                        new String[] {NIVEAU, CODE_TERRITOIRE},
                        "inner");
    }

    /** The places of each establishment in each cell and scope it counts in. */
    private static Dataset<Row> parEtablissement(
            Dataset<Row> places, Dataset<Row> etablissements, Dataset<Row> categories, Perimetre perimetre) {
        Column perimetres = coalesce(col("_perimetres"), array(lit(Perimetre.TOUS)));
        return places.drop(CODE_CATEGORIE, CONNU_DU)
                .join(situes(etablissements, categories, perimetre), new String[] {NUMERO_FINESS_ET}, "inner")
                .withColumn(PERIMETRE, explode(perimetres))
                .withColumn(
                        MEDICALISATION,
                        when(col(EST_MEDICALISE), "oui")
                                .when(col(EST_MEDICALISE).equalTo(false), "non"))
                .withColumn(CELLULE, explode(cellules()))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(PERIMETRE),
                        col(CELLULE + ".*"),
                        col(NB_PLACES_INSTALLEES),
                        col(NB_PLACES_AUTORISEES))
                .groupBy(columns(NUMERO_FINESS_ET, CODE_COMMUNE, MILLESIME))
                .agg(
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES),
                        sum(NB_PLACES_AUTORISEES).as(NB_PLACES_AUTORISEES))
                .select(col("*"), Capacites.dote());
    }

    private static Dataset<Row> situes(Dataset<Row> etablissements, Dataset<Row> categories, Perimetre perimetre) {
        return etablissements
                .select(
                        col(NUMERO_FINESS_ET),
                        col(CODE_CATEGORIE),
                        col(CODE_COMMUNE),
                        col(MILLESIME_COMMUNE).as(MILLESIME))
                .join(
                        broadcast(categories.select(
                                col(CODE_CATEGORIE), perimetre.perimetres().as("_perimetres"))),
                        new String[] {CODE_CATEGORIE},
                        "left");
    }

    /** All together, each axis alone, public by modality, and the four axes together. */
    private static Column cellules() {
        return array(Stream.of(
                        List.<String>of(),
                        List.of(PUBLIC_ACCUEILLI),
                        List.of(MODALITE_ACCUEIL),
                        List.of(MEDICALISATION),
                        List.of(FINANCEURS),
                        List.of(PUBLIC_ACCUEILLI, MODALITE_ACCUEIL),
                        AXES)
                .map(OffreParModalite::cellule)
                .toArray(Column[]::new));
    }

    private static Column cellule(List<String> distingues) {
        return struct(AXES.stream()
                .map(axe ->
                        (distingues.contains(axe) ? coalesce(col(axe), lit(INCONNU)) : lit(Regroupements.ENS)).as(axe))
                .toArray(Column[]::new));
    }

    private static Column[] columns(String... others) {
        return Stream.concat(Arrays.stream(others), Stream.concat(Stream.of(PERIMETRE), AXES.stream()))
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
    }
}

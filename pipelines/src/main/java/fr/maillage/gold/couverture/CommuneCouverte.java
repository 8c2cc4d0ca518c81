package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;

import fr.maillage.gold.cooperation.Appartenances;
import fr.maillage.gold.cooperation.Liens;
import fr.maillage.gold.cooperation.Vivantes;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which living cooperation covers which commune, and in which sense. */
public final class CommuneCouverte implements Transformation {

    private static final String PUBLICS_DES_MEMBRES = "_publics_des_membres";
    private static final String PUBLICS_ICI = "_publics_ici";

    @Override
    public TableContract target() {
        return Gold.COMMUNE_COUVERTE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.COOPERATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> etablissements = tables.read(Gold.ETABLISSEMENT_EN_COOPERATION);
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> faits = tables.read(Silver.FAIT_COOPERATION);
        Dataset<Row> jour = Sens.connus(tables).select(DATE_OBSERVATION);
        Dataset<Row> vivantes = Vivantes.of(cooperations, CooperationRapprochement.retenus(tables), faits, jour);
        Dataset<Row> communes = Liens.communes(
                        tables.read(Silver.LIEN_TERRITOIRE),
                        tables.read(Silver.RATTACHEMENT),
                        tables.read(Silver.PASSAGE_COMMUNE))
                .crossJoin(broadcast(jour))
                .where(Appartenances.vivante(col(DATE_OBSERVATION)));
        Dataset<Row> membres = Appartenances.periodes(tables.read(Silver.COOPERATION_MEMBRE), cooperations)
                .drop(FORME_JURIDIQUE)
                .join(broadcast(vivantes.drop(NUMERO_FINESS)), CODE_COOPERATION)
                .where(Appartenances.vivante(col(DATE_OBSERVATION)));
        return apply(etablissements, communes, acteurs(vivantes, membres), Portees.of(vivantes, faits));
    }

    /**
     * @param communes communes of the cadre by actor, told by links that last
     * @param acteurs for which cooperation an actor speaks, and in which sense
     * @param portees what facts say of each living cooperation
     */
    static Dataset<Row> apply(
            Dataset<Row> etablissements, Dataset<Row> communes, Dataset<Row> acteurs, Dataset<Row> portees) {
        return avecMembre(etablissements)
                .unionByName(parLien(communes, acteurs), true)
                .join(broadcast(portees), Vivantes.COMPTEE)
                .join(
                        broadcast(Portees.desMembres(etablissements, PUBLICS_DES_MEMBRES)),
                        new String[] {Vivantes.COMPTEE},
                        "left")
                .select(
                        col(CODE_COMMUNE),
                        col(Vivantes.COMPTEE).as(CODE_COOPERATION),
                        col(SENS_COUVERTURE),
                        col(PART_LIEN),
                        col(FORME_JURIDIQUE),
                        col(CATEGORIES_COOPERATION),
                        coalesce(col(PUBLICS_ICI), col(PUBLICS_COUVERTS), col(PUBLICS_DES_MEMBRES))
                                .as(PUBLICS_COUVERTS),
                        col(DATE_OBSERVATION));
    }

    private static Dataset<Row> avecMembre(Dataset<Row> etablissements) {
        return etablissements
                .where(col(CODE_COMMUNE).isNotNull())
                .select(
                        col(CODE_COMMUNE),
                        col(PUBLIC_CATEGORIE),
                        explode(col(COOPERATIONS_VIVANTES)).as(Vivantes.COMPTEE))
                .groupBy(CODE_COMMUNE, Vivantes.COMPTEE)
                .agg(sort_array(collect_set(col(PUBLIC_CATEGORIE))).as(PUBLICS_ICI))
                .withColumn(SENS_COUVERTURE, lit(Sens.MEMBRE))
                .withColumn(PART_LIEN, lit(1.0));
    }

    private static Dataset<Row> parLien(Dataset<Row> communes, Dataset<Row> acteurs) {
        return communes.where(col(PART_LIEN).gt(0))
                .join(broadcast(acteurs), new String[] {CODE_ACTEUR, ORIGINE_LIEN}, "inner")
                .groupBy(col(Liens.COMMUNE_COUVERTE).as(CODE_COMMUNE), col(Vivantes.COMPTEE), col(SENS_COUVERTURE))
                .agg(max(PART_LIEN).as(PART_LIEN));
    }

    /** A cooperation speaks for itself, as the body that it is in the registry, and for zones through its members. */
    private static Dataset<Row> acteurs(Dataset<Row> vivantes, Dataset<Row> membres) {
        Dataset<Row> elles = vivantes.select(col(CODE_COOPERATION).as(CODE_ACTEUR), col(Vivantes.COMPTEE));
        Dataset<Row> corps = entites(vivantes, NUMERO_FINESS);
        Dataset<Row> aires = elles.union(corps)
                .withColumn(ORIGINE_LIEN, lit(Sens.DECLARE))
                .withColumn(SENS_COUVERTURE, lit(Sens.AIRE));
        Dataset<Row> zones = corps.union(entites(membres, NUMERO_FINESS_EJ))
                .withColumn(ORIGINE_LIEN, lit(Sens.FINESS_PLUS))
                .withColumn(SENS_COUVERTURE, lit(Sens.ZONE));
        return aires.union(zones).distinct();
    }

    private static Dataset<Row> entites(Dataset<Row> rows, String numero) {
        return rows.where(col(numero).isNotNull())
                .select(concat(lit("finess:"), col(numero)).as(CODE_ACTEUR), col(Vivantes.COMPTEE));
    }
}

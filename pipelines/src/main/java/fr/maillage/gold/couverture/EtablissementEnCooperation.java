package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import fr.maillage.gold.Agregation;
import fr.maillage.gold.Capacites;
import fr.maillage.gold.Ouverts;
import fr.maillage.gold.Publics;
import fr.maillage.gold.cooperation.Appartenances;
import fr.maillage.gold.cooperation.Observations;
import fr.maillage.gold.cooperation.Vivantes;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** In which living cooperations each open establishment is, on the day of the newest data. */
public final class EtablissementEnCooperation implements Transformation {

    private static final String COMMUNE_DU_CADRE = "_commune_du_cadre";
    private static final String MILLESIME_DU_CADRE = "_millesime_du_cadre";
    private static final String MEMBRES_CONNUS = "_membres_connus";

    @Override
    public TableContract target() {
        return Gold.ETABLISSEMENT_EN_COOPERATION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> ouverts = Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT));
        Dataset<Row> membres = tables.read(Silver.COOPERATION_MEMBRE);
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> rapprochements = CooperationRapprochement.retenus(tables);
        Dataset<Row> rattachement = tables.read(Silver.RATTACHEMENT);
        Dataset<Row> jour = Observations.of(ouverts, membres)
                .where(col(Observations.DERNIERE))
                .select(DATE_OBSERVATION);
        Dataset<Row> vivantes = Vivantes.of(cooperations, rapprochements, tables.read(Silver.FAIT_COOPERATION), jour);
        Dataset<Row> appartenances = Appartenances.of(
                        ouverts, Appartenances.periodes(membres, cooperations), cooperations, rapprochements)
                .where(col(Appartenances.MEMBRE))
                .drop(FORME_JURIDIQUE)
                .join(broadcast(vivantes), CODE_COOPERATION)
                .where(Appartenances.vivante(col(DATE_OBSERVATION)));
        return apply(
                situes(ouverts, new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), rattachement), rattachement),
                appartenances,
                Capacites.parEtablissement(tables.read(Silver.PLACE)),
                Publics.parCategorie(tables.read(Silver.CATEGORIE)),
                jour.crossJoin(membres.agg(count(lit(1)).gt(0).as(MEMBRES_CONNUS))));
    }

    /** @param jour the one day, and whether any membership is loaded */
    static Dataset<Row> apply(
            Dataset<Row> situes,
            Dataset<Row> appartenances,
            Dataset<Row> capacites,
            Dataset<Row> publics,
            Dataset<Row> jour) {
        String[] key = {NUMERO_FINESS_ET};
        Dataset<Row> cooperations = appartenances
                .groupBy(NUMERO_FINESS_ET)
                .agg(sort_array(collect_set(col(Vivantes.COMPTEE))).as(COOPERATIONS_VIVANTES));
        return situes.join(cooperations, key, "left")
                .join(capacites, key, "left")
                .join(broadcast(publics), new String[] {CODE_CATEGORIE}, "left")
                .crossJoin(broadcast(jour))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(Publics.PUBLIC).as(PUBLIC_CATEGORIE),
                        col(NB_PLACES_INSTALLEES),
                        when(col(MEMBRES_CONNUS), coalesce(col(COOPERATIONS_VIVANTES), array().cast("array<string>")))
                                .as(COOPERATIONS_VIVANTES),
                        col(DATE_OBSERVATION));
    }

    /** Establishments with their commune of the cadre and its vintage. */
    private static Dataset<Row> situes(Dataset<Row> ouverts, Passerelle passerelle, Dataset<Row> rattachement) {
        Dataset<Row> publies = ouverts.select(
                col(NUMERO_FINESS_ET),
                col(NUMERO_FINESS_EJ),
                col(CODE_CATEGORIE),
                col(CODE_COMMUNE),
                col(MILLESIME_COMMUNE).as(MILLESIME));
        Dataset<Row> cadre = rattachement.agg(max(MILLESIME).as(MILLESIME_DU_CADRE));
        return Agregation.avecTerritoire(publies, passerelle, col(NUMERO_FINESS_ET), "commune", COMMUNE_DU_CADRE)
                .crossJoin(broadcast(cadre))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        col(CODE_CATEGORIE),
                        col(COMMUNE_DU_CADRE).as(CODE_COMMUNE),
                        when(col(COMMUNE_DU_CADRE).isNotNull(), col(MILLESIME_DU_CADRE))
                                .as(MILLESIME));
    }
}

package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.gold.cooperation.Appartenances;
import fr.maillage.gold.cooperation.Comptes;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which part of a territory is in a living cooperation.
 *
 * <p>The denominators are those of {@code offre_par_territoire}: the establishments of the cadre's state, the same on
 * every day, so that a share moves only when a member joins or leaves. As long as no membership is loaded the shares are
 * null; afterwards a territory without a member has 0.
 */
public final class CouvertureParTerritoire implements Transformation {

    private static final String[] KEY = {
        NIVEAU, CODE_TERRITOIRE, PERIMETRE, NIVEAU_CATEGORIE, CODE_REGROUPEMENT, FORME_JURIDIQUE, DATE_OBSERVATION
    };
    private static final String MEMBRES_CONNUS = "_membres_connus";
    private static final String COOPERATIONS_CONNUES = "_cooperations_connues";

    @Override
    public TableContract target() {
        return Gold.COUVERTURE_PAR_TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> etablissements = Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT));
        Dataset<Row> membres = tables.read(Silver.COOPERATION_MEMBRE);
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> rattachement = tables.read(Silver.RATTACHEMENT);
        Dataset<Row> jours = Observations.of(etablissements, membres);

        Dataset<Row> periodes = Appartenances.periodes(membres, cooperations);
        Dataset<Row> appartenances =
                Appartenances.of(etablissements, periodes, cooperations, CooperationRapprochement.retenus(tables));
        Passerelle passerelle = new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), rattachement)
                .avecPositions(tables.read(Silver.ETABLISSEMENT_ZONE));
        Dataset<Row> endormies = Vivantes.endormies(tables.read(Silver.FAIT_COOPERATION), jours);
        Dataset<Row> vivants = Comptes.vivants(
                Agregation.parTerritoire(
                        appartenances, Appartenances.lieux(etablissements), passerelle, col(NUMERO_FINESS_ET)),
                jours,
                endormies,
                tables.read(Silver.CATEGORIE),
                Perimetre.of(tables));
        Dataset<Row> lignes = lignes(tables.read(Gold.OFFRE_PAR_TERRITOIRE), jours, formes(cooperations, jours));
        return apply(
                connus(lignes, membres, cooperations),
                Comptes.parTerritoire(vivants, rattachement, tables.read(Silver.TERRITOIRE)),
                Comptes.horsRegistre(periodes, jours, endormies));
    }

    static Dataset<Row> apply(Dataset<Row> lignes, Dataset<Row> comptes, Dataset<Row> horsRegistre) {
        return lignes.join(comptes, KEY, "left")
                .join(broadcast(horsRegistre), new String[] {FORME_JURIDIQUE, DATE_OBSERVATION}, "left")
                .withColumn(NB_ETABLISSEMENTS_EN_COOPERATION, observed(NB_ETABLISSEMENTS_EN_COOPERATION))
                .withColumn(NB_GESTIONNAIRES_EN_COOPERATION, observed(NB_GESTIONNAIRES_EN_COOPERATION))
                .withColumn(POPULATION_COMMUNE_AVEC_MEMBRE, inhabitants())
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(LIBELLE_TERRITOIRE),
                        col(CODE_REGION),
                        col(PERIMETRE),
                        col(NIVEAU_CATEGORIE),
                        col(CODE_REGROUPEMENT),
                        col(FORME_JURIDIQUE),
                        col(DATE_OBSERVATION),
                        col(NB_ETABLISSEMENTS),
                        col(NB_ETABLISSEMENTS_EN_COOPERATION),
                        share(NB_ETABLISSEMENTS_EN_COOPERATION, NB_ETABLISSEMENTS)
                                .as(PART_ETABLISSEMENTS_EN_COOPERATION),
                        col(NB_GESTIONNAIRES),
                        col(NB_GESTIONNAIRES_EN_COOPERATION),
                        share(NB_GESTIONNAIRES_EN_COOPERATION, NB_GESTIONNAIRES).as(PART_GESTIONNAIRES_EN_COOPERATION),
                        col(POPULATION),
                        col(POPULATION_COMMUNE_AVEC_MEMBRE),
                        share(POPULATION_COMMUNE_AVEC_MEMBRE, POPULATION).as(PART_POPULATION_COMMUNE_AVEC_MEMBRE),
                        when(col(COOPERATIONS_CONNUES), coalesce(col(NB_COOPERATIONS), lit(0L)))
                                .as(NB_COOPERATIONS),
                        when(national(), observed(NB_MEMBRES_HORS_REGISTRE)).as(NB_MEMBRES_HORS_REGISTRE),
                        col(Comptes.ESTIMEES).as(PART_ESTIMEE));
    }

    /**
     * The rows of the offer, once per day and form: each form for the whole above communes, all forms together in detail,
     * and the detail of what is smaller than a département on the newest day only.
     */
    static Dataset<Row> lignes(Dataset<Row> offre, Dataset<Row> jours, Dataset<Row> formes) {
        Column whole = col(NIVEAU_CATEGORIE).equalTo("ensemble");
        Column commune = col(NIVEAU).equalTo("commune");
        Column small = not(col(NIVEAU).isin("departement", "region", "national"));
        Column allForms = col(FORME_JURIDIQUE).equalTo(Comptes.TOUTES);
        return offre.crossJoin(broadcast(jours))
                .crossJoin(broadcast(formes))
                .where(allForms.and(whole.or(not(small)).or(col(Observations.DERNIERE)))
                        .or(whole.and(not(commune))));
    }

    /** The forms cooperations have, and the one that stands for all. */
    private static Dataset<Row> formes(Dataset<Row> cooperations, Dataset<Row> jours) {
        return cooperations
                .select(FORME_JURIDIQUE)
                .union(jours.select(lit(Comptes.TOUTES)))
                .distinct();
    }

    private static Dataset<Row> connus(Dataset<Row> lignes, Dataset<Row> membres, Dataset<Row> cooperations) {
        return lignes.crossJoin(broadcast(membres.agg(count(lit(1)).gt(0).as(MEMBRES_CONNUS))))
                .crossJoin(broadcast(cooperations.agg(count(lit(1)).gt(0).as(COOPERATIONS_CONNUES))));
    }

    /** The count, 0 where nobody was counted, null as long as no membership is loaded. */
    private static Column observed(String count) {
        return when(col(MEMBRES_CONNUS), coalesce(col(count), lit(0L)));
    }

    private static Column inhabitants() {
        Column none = col(NB_ETABLISSEMENTS_EN_COOPERATION).equalTo(0);
        return when(none, lit(0L)).when(col(MEMBRES_CONNUS), col(POPULATION_COMMUNE_AVEC_MEMBRE));
    }

    private static Column national() {
        return col(NIVEAU).equalTo("national").and(col(NIVEAU_CATEGORIE).equalTo("ensemble"));
    }

    private static Column share(String part, String whole) {
        return try_divide(col(part), when(col(whole).gt(0), col(whole)));
    }
}

package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Choix;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.trajet.Trajets;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Open establishments and inhabitants that are far from an urban zone, by territory.
 *
 * <p>What is not known is in no numerator and no denominator; both stand beside the share.
 */
public final class AccesParTerritoire implements Transformation {

    private static final String[] KEY = {NIVEAU, CODE_TERRITOIRE};

    @Override
    public TableContract target() {
        return Gold.ACCES_PAR_TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> ouverts = Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT));
        Dataset<Row> rattachement = tables.read(Silver.RATTACHEMENT);
        Passerelle passerelle = new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), rattachement)
                .avecPositions(tables.read(Silver.ETABLISSEMENT_ZONE));
        Dataset<Row> territoires = tables.read(Silver.TERRITOIRE);
        return apply(
                etablissements(
                        ouverts,
                        tables.read(Silver.ACCES_ETABLISSEMENT),
                        tables.read(Silver.CATEGORIE),
                        passerelle,
                        Perimetre.of(tables)),
                habitants(tables.read(Silver.ACCES_COMMUNE), rattachement, territoires),
                territoires.join(
                        broadcast(tables.read(Silver.COUVERTURE_REGISTRE).select(NIVEAU, CODE_TERRITOIRE, REGISTRE)),
                        KEY,
                        "left"));
    }

    /** @param territoires and whether the register of each is known whole */
    static Dataset<Row> apply(Dataset<Row> etablissements, Dataset<Row> habitants, Dataset<Row> territoires) {
        Column none = when(col(REGISTRE).equalTo("complet"), lit(0L));
        Dataset<Row> lignes = territoires
                .select(NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE, CODE_REGION, POPULATION, REGISTRE)
                .withColumn(PERIMETRE, explode(array(lit(Perimetre.TOUS), lit(Perimetre.ESMS))));
        return lignes.join(etablissements, new String[] {NIVEAU, CODE_TERRITOIRE, PERIMETRE}, "left")
                .join(habitants, KEY, "left")
                .withColumn(NB_ETABLISSEMENTS, coalesce(col(NB_ETABLISSEMENTS), none))
                .withColumn(NB_ETABLISSEMENTS_ACCES_CONNU, coalesce(col(NB_ETABLISSEMENTS_ACCES_CONNU), none))
                .withColumn(
                        PART_ETABLISSEMENTS_ELOIGNES,
                        try_divide(col(NB_ETABLISSEMENTS_ELOIGNES).cast("double"), col(NB_ETABLISSEMENTS_ACCES_CONNU)))
                .withColumn(
                        PART_POPULATION_ELOIGNEE,
                        try_divide(col(POPULATION_ELOIGNEE).cast("double"), col(POPULATION_ACCES_CONNU)))
                .drop(REGISTRE);
    }

    private static Dataset<Row> etablissements(
            Dataset<Row> ouverts,
            Dataset<Row> acces,
            Dataset<Row> categories,
            Passerelle passerelle,
            Perimetre perimetre) {
        Dataset<Row> mesures = ouverts.select(
                        col(NUMERO_FINESS_ET),
                        col(CODE_CATEGORIE),
                        col(CODE_COMMUNE),
                        col(MILLESIME_COMMUNE).as(MILLESIME))
                .join(
                        acces.select(NUMERO_FINESS_ET, MINUTES_ZONE_URBAINE, EST_ELOIGNE, METHODE_TRAJET),
                        new String[] {NUMERO_FINESS_ET},
                        "left")
                .join(
                        broadcast(categories.select(CODE_CATEGORIE, CODE_AGREGAT_1, CODE_AGREGAT_2, CODE_AGREGAT_3)),
                        new String[] {CODE_CATEGORIE},
                        "left")
                .withColumn(PERIMETRE, explode(perimetre.perimetres()));
        return Agregation.parTerritoire(mesures, passerelle, col(NUMERO_FINESS_ET))
                .groupBy(NIVEAU, CODE_TERRITOIRE, PERIMETRE)
                .agg(
                        count(lit(1)).as(NB_ETABLISSEMENTS),
                        count(EST_ELOIGNE).as(NB_ETABLISSEMENTS_ACCES_CONNU),
                        sum(one(EST_ELOIGNE)).as(NB_ETABLISSEMENTS_ELOIGNES),
                        round(avg(MINUTES_ZONE_URBAINE), 2).as(MINUTES_ZONE_URBAINE_MOYENNES),
                        avg(when(col(METHODE_TRAJET).equalTo(Trajets.ROUTE), 1.0)
                                        .when(col(METHODE_TRAJET).isNotNull(), 0.0))
                                .as(PART_ROUTE),
                        try_divide(sum(one(Choix.ESTIME)).cast("double"), count(lit(1)))
                                .as(PART_ESTIMEE));
    }

    /** Inhabitants at the point of their commune; of one that a division cuts, each territory has its share. */
    private static Dataset<Row> habitants(Dataset<Row> acces, Dataset<Row> rattachement, Dataset<Row> territoires) {
        Dataset<Row> communes = territoires
                .where(col(NIVEAU).equalTo("commune"))
                .select(col(CODE_TERRITOIRE).as(CODE_COMMUNE), col(POPULATION))
                .join(acces.select(CODE_COMMUNE, EST_ELOIGNE), new String[] {CODE_COMMUNE});
        Column people = when(col(EST_ELOIGNE).isNotNull(), col(POPULATION).multiply(coalesce(col(PART), lit(1.0))));
        return rattachement
                .join(communes, new String[] {CODE_COMMUNE})
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(
                        round(sum(people)).cast("bigint").as(POPULATION_ACCES_CONNU),
                        round(sum(people.multiply(one(EST_ELOIGNE))))
                                .cast("bigint")
                                .as(POPULATION_ELOIGNEE));
    }

    /** 1 for true, 0 for false, null for null. */
    private static Column one(String flag) {
        return when(col(flag), 1L).when(not(col(flag)), 0L);
    }
}

package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.gold.cooperation.Appartenances;
import fr.maillage.gold.cooperation.Comptes;
import fr.maillage.gold.cooperation.Liens;
import fr.maillage.gold.cooperation.Observations;
import fr.maillage.gold.cooperation.Regle;
import fr.maillage.gold.cooperation.Vivantes;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.silver.territoire.Choix;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Cooperations and managers by territory, each counted by the rule its indicator states. */
public final class CooperationParTerritoire implements Transformation {

    /** What is counted: a cooperation or a manager. */
    static final String COMPTE = "_compte";

    private static final String LOCALISE = "_localise";
    private static final String PAR_REGLE = "_par_regle";

    @Override
    public TableContract target() {
        return Gold.COOPERATION_PAR_TERRITOIRE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.COOPERATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> etablissements = Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT));
        Dataset<Row> membres = tables.read(Silver.COOPERATION_MEMBRE);
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> rapprochements = CooperationRapprochement.retenus(tables);
        Dataset<Row> rattachement = tables.read(Silver.RATTACHEMENT);
        Dataset<Row> liens = tables.read(Silver.LIEN_TERRITOIRE);
        Dataset<Row> jours = Observations.of(etablissements, membres);
        Dataset<Row> comptees = Liens.comptees(cooperations, rapprochements);
        Dataset<Row> endormies = Vivantes.endormies(tables.read(Silver.FAIT_COOPERATION), jours);
        Passerelle passerelle = new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), rattachement);
        Dataset<Row> presents = Agregation.parTerritoire(
                        Appartenances.of(
                                etablissements,
                                Appartenances.periodes(membres, cooperations),
                                cooperations,
                                rapprochements),
                        Appartenances.lieux(etablissements),
                        passerelle.avecPositions(tables.read(Silver.ETABLISSEMENT_ZONE)),
                        col(NUMERO_FINESS_ET))
                .crossJoin(broadcast(jours.select(DATE_OBSERVATION)))
                .where(Appartenances.vivante(col(DATE_OBSERVATION)));
        Dataset<Row> couvertes = couvertes(
                Liens.couvertes(
                        Liens.communes(liens, rattachement, tables.read(Silver.PASSAGE_COMMUNE)), comptees, jours),
                rattachement);
        Dataset<Row> sieges =
                Agregation.parTerritoire(Liens.sieges(liens, comptees, jours), passerelle, col(CODE_COOPERATION));
        return apply(
                Vivantes.eveillees(sieges, endormies),
                Vivantes.eveillees(presents, endormies),
                Vivantes.eveillees(couvertes, endormies),
                tables.read(Silver.TERRITOIRE),
                Regle.all());
    }

    /**
     * All of living cooperations.
     *
     * @param sieges cooperations with the territories their seat is in
     * @param presents establishments in cooperation with their territories
     * @param couvertes cooperations with the territories they cover a commune of
     */
    static Dataset<Row> apply(
            Dataset<Row> sieges,
            Dataset<Row> presents,
            Dataset<Row> couvertes,
            Dataset<Row> territoires,
            List<Regle> regles) {
        Map<String, Dataset<Row>> lignes =
                Map.of(Regle.SIEGE, sieges, Regle.MEMBRE, presents, Regle.COMMUNE_COUVERTE, couvertes);
        Dataset<Row> comptees = regles.stream()
                .collect(Collectors.groupingBy(Regle::regle, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(rule -> comptees(lignes.get(rule.getKey()), rule.getValue()))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        return comptes(comptees)
                .join(
                        broadcast(territoires.select(
                                NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE, CODE_REGION)),
                        new String[] {NIVEAU, CODE_TERRITOIRE});
    }

    /** What each rule counts of the same lines. A manager counts for establishments that are members, a cooperation for its own ones too. */
    private static Dataset<Row> comptees(Dataset<Row> lignes, List<Regle> regles) {
        Column[] counted = regles.stream()
                .map(regle -> when(
                        compte(regle),
                        struct(
                                lit(regle.indicateur()).as(INDICATEUR),
                                lit(regle.regle()).as(REGLE_COMPTAGE),
                                col(objet(regle)).as(COMPTE))))
                .toArray(Column[]::new);
        return lignes.withColumn(PAR_REGLE, explode(array_compact(array(counted))))
                .withColumn(FORME_JURIDIQUE, explode(array(col(FORME_JURIDIQUE), lit(Comptes.TOUTES))))
                .select(
                        col(PAR_REGLE + ".*"),
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(DATE_OBSERVATION),
                        col(FORME_JURIDIQUE),
                        col(Choix.ESTIME));
    }

    private static Column compte(Regle regle) {
        return regle.objet().equals(Regle.GESTIONNAIRE) ? col(Appartenances.MEMBRE) : lit(true);
    }

    private static String objet(Regle regle) {
        return regle.objet().equals(Regle.GESTIONNAIRE) ? NUMERO_FINESS_EJ : CODE_COOPERATION;
    }

    private static Dataset<Row> comptes(Dataset<Row> comptees) {
        Column national = col(NIVEAU).equalTo(Agregation.NATIONAL);
        Column located = max(col(NIVEAU).equalTo("commune"))
                .over(Window.partitionBy(INDICATEUR, DATE_OBSERVATION, FORME_JURIDIQUE, COMPTE));
        return comptees.groupBy(
                        INDICATEUR, REGLE_COMPTAGE, NIVEAU, CODE_TERRITOIRE, DATE_OBSERVATION, FORME_JURIDIQUE, COMPTE)
                .agg(min(col(Choix.ESTIME)).as(Choix.ESTIME))
                .withColumn(LOCALISE, located)
                .groupBy(INDICATEUR, REGLE_COMPTAGE, NIVEAU, CODE_TERRITOIRE, DATE_OBSERVATION, FORME_JURIDIQUE)
                .agg(
                        count(lit(1)).as(NOMBRE),
                        count(when(not(col(LOCALISE)), 1)).as(NB_NON_LOCALISES),
                        sum(when(coalesce(col(Choix.ESTIME), lit(false)), 1.0).otherwise(0.0))
                                .as(PART_ESTIMEE))
                .withColumn(PART_ESTIMEE, try_divide(col(PART_ESTIMEE), col(NOMBRE)))
                .withColumn(NB_NON_LOCALISES, when(national, col(NB_NON_LOCALISES)));
    }

    /** Every territory that holds a part of a covered commune. */
    private static Dataset<Row> couvertes(Dataset<Row> communes, Dataset<Row> rattachement) {
        Dataset<Row> holders = rattachement.select(
                col(CODE_COMMUNE).as(Liens.COMMUNE_COUVERTE),
                col(NIVEAU),
                col(CODE_TERRITOIRE),
                coalesce(col(PART).lt(1 - 1e-9), lit(false)).as(Choix.ESTIME));
        return communes.where(col(PART_LIEN).gt(0)).join(holders, Liens.COMMUNE_COUVERTE);
    }
}

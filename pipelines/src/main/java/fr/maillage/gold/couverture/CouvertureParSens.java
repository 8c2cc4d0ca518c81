package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.gold.cooperation.Vivantes;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.age.Tranches;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Which part of each territory living cooperations cover, one name per meaning. */
public final class CouvertureParSens implements Transformation {

    private static final String[] LIGNE = {
        NIVEAU,
        CODE_TERRITOIRE,
        SENS_COUVERTURE,
        TYPE_SELECTION,
        CODE_SELECTION,
        UNITE_COUVERTURE,
        Habitants.PUBLIC_VISE
    };
    private static final List<String> SENS = List.of(Sens.ETABLISSEMENT, Sens.MEMBRE, Sens.AIRE, Sens.ZONE);
    private static final String CELLULE = "_cellule";

    @Override
    public TableContract target() {
        return Gold.COUVERTURE_PAR_SENS;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        List<AgeConcerne> ages = AgeConcerne.of(tables);
        Dataset<Row> etablissements = tables.read(Gold.ETABLISSEMENT_EN_COOPERATION);
        Dataset<Row> rattachement = tables.read(Silver.RATTACHEMENT);
        Dataset<Row> territoires = tables.read(Silver.TERRITOIRE);
        Dataset<Row> connus = Sens.connus(tables);
        Dataset<Row> faits = tables.read(Silver.FAIT_COOPERATION);
        Dataset<Row> vivantes =
                Vivantes.of(tables.read(Silver.COOPERATION), CooperationRapprochement.retenus(tables), faits, connus);
        Dataset<Row> habitants = Habitants.parCommune(
                territoires, tables.read(Gold.POPULATION_PAR_AGE), ages, AgeConcerne.suite(Tranches.of(tables)));
        Passerelle passerelle = new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), rattachement)
                .avecPositions(tables.read(Silver.ETABLISSEMENT_ZONE));

        Dataset<Row> parCommune = ParCommune.of(tables.read(Gold.COMMUNE_COUVERTE), ages);
        Dataset<Row> parEtablissement =
                ParEtablissement.of(etablissements, parCommune, Portees.of(vivantes, faits), ages);
        return apply(
                tous(ParCommune.tous(habitants, rattachement), ParEtablissement.tous(etablissements, passerelle)),
                ParCommune.couverts(parCommune, habitants, rattachement)
                        .union(ParEtablissement.couverts(parEtablissement, etablissements, passerelle)),
                territoires,
                connus,
                ages);
    }

    /**
     * @param tous what there is of each unit, by territory and public
     * @param couverts what of it is covered, by sense and selection
     */
    static Dataset<Row> apply(
            Dataset<Row> tous,
            Dataset<Row> couverts,
            Dataset<Row> territoires,
            Dataset<Row> connus,
            List<AgeConcerne> ages) {
        Dataset<Row> lignes = tous.withColumn(CELLULE, explode(cellules(ages)))
                .where(col(CELLULE + "." + Habitants.PUBLIC_VISE).equalTo(col(Habitants.PUBLIC_VISE)))
                .withColumn(SENS_COUVERTURE, col(CELLULE).getField(SENS_COUVERTURE))
                .withColumn(TYPE_SELECTION, col(CELLULE).getField(TYPE_SELECTION))
                .withColumn(CODE_SELECTION, col(CELLULE).getField(CODE_SELECTION))
                .drop(CELLULE)
                .where(Unites.dites());
        return mesurees(completes(lignes, couverts).crossJoin(broadcast(connus)))
                .join(
                        broadcast(territoires.select(
                                NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE, CODE_REGION)),
                        new String[] {NIVEAU, CODE_TERRITOIRE});
    }

    private static Dataset<Row> tous(Dataset<Row> communes, Dataset<Row> etablissements) {
        return Unites.tous(
                communes.join(etablissements, new String[] {NIVEAU, CODE_TERRITOIRE, Habitants.PUBLIC_VISE}, "left"));
    }

    /** Every sense with the selections that are told everywhere; legal forms stand where they cover something. */
    private static Column cellules(List<AgeConcerne> ages) {
        List<Column> cellules = new ArrayList<>();
        for (Selections.Selection selection : Selections.fixes(ages)) {
            SENS.forEach(sens -> cellules.add(cellule(sens, selection)));
            if (!selection.type().equals(Selections.CATEGORIE)) {
                cellules.add(cellule(Sens.BLANCHE, selection));
            }
        }
        return array(cellules.toArray(Column[]::new));
    }

    private static Column cellule(String sens, Selections.Selection selection) {
        return struct(
                lit(sens).as(SENS_COUVERTURE),
                lit(selection.type()).as(TYPE_SELECTION),
                lit(selection.code()).as(CODE_SELECTION),
                lit(selection.population()).as(Habitants.PUBLIC_VISE));
    }

    /** What is covered beside what there is; the denominator of a form is that of its neighbours. */
    private static Dataset<Row> completes(Dataset<Row> lignes, Dataset<Row> couverts) {
        Column visee = when(col(TYPE_SELECTION).equalTo(Selections.PUBLIC), col(CODE_SELECTION))
                .otherwise(Selections.TOUTES);
        return lignes.join(couverts.withColumn(Habitants.PUBLIC_VISE, visee).where(Unites.dites()), LIGNE, "full")
                .withColumn(DENOMINATEUR_COUVERTURE, around(DENOMINATEUR_COUVERTURE))
                .withColumn(Unites.SANS_COMMUNE, around(Unites.SANS_COMMUNE));
    }

    private static Column around(String total) {
        return max(total).over(Window.partitionBy(NIVEAU, CODE_TERRITOIRE, UNITE_COUVERTURE, Habitants.PUBLIC_VISE));
    }

    private static Dataset<Row> mesurees(Dataset<Row> lignes) {
        Column blanche = col(SENS_COUVERTURE).equalTo(Sens.BLANCHE);
        Column sansCommune = when(col(SENS_COUVERTURE).equalTo(Sens.ETABLISSEMENT), lit(0L))
                .otherwise(coalesce(col(Unites.SANS_COMMUNE), lit(0L)));
        Column total = col(DENOMINATEUR_COUVERTURE);
        Column covered = least(coalesce(col(NUMERATEUR_COUVERTURE), lit(0L)), total);
        Column known = Sens.connu().and(total.isNotNull());
        return lignes.withColumn(
                        NUMERATEUR_COUVERTURE,
                        when(
                                known,
                                when(blanche, total.minus(covered).minus(sansCommune))
                                        .otherwise(covered)))
                .withColumn(
                        NOMBRE_EN_RECOUVREMENT,
                        when(known.and(not(blanche)), coalesce(col(NOMBRE_EN_RECOUVREMENT), lit(0L))))
                .withColumn(
                        NOMBRE_INCONNU,
                        when(known, coalesce(col(NOMBRE_INCONNU), lit(0L)).plus(sansCommune)))
                .withColumn(PART_COUVERTURE, try_divide(col(NUMERATEUR_COUVERTURE), when(total.gt(0), total)))
                .drop(Unites.SANS_COMMUNE, Habitants.PUBLIC_VISE);
    }
}

package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Choix;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What members reported, by territory, service and month.
 *
 * <p>A figure nobody reported stays null: the sum of no known value is not zero.
 */
public final class ActiviteParTerritoire implements Transformation {

    @Override
    public TableContract target() {
        return Gold.ACTIVITE_PAR_TERRITOIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Passerelle passerelle =
                new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), tables.read(Silver.RATTACHEMENT));
        return apply(tables.read(Silver.ACTIVITE), passerelle, tables.read(Silver.TERRITOIRE));
    }

    static Dataset<Row> apply(Dataset<Row> activites, Passerelle passerelle, Dataset<Row> territoires) {
        Dataset<Row> reported = Agregation.parTerritoire(
                        activites.withColumnRenamed(MILLESIME_COMMUNE, MILLESIME), passerelle, col(CODE_ACTEUR))
                .drop(MILLESIME)
                .groupBy(NIVEAU, CODE_TERRITOIRE, SERVICE, MOIS)
                .agg(
                        count_distinct(col(CODE_ACTEUR)).as(NB_DECLARANTS),
                        count_distinct(when(col(Choix.ESTIME), col(CODE_ACTEUR)))
                                .as(Choix.ESTIME),
                        sum(NB_HEURES).as(NB_HEURES),
                        sum(NB_PERSONNES).as(NB_PERSONNES),
                        sum(NB_ETP).as(NB_ETP));
        return reported.join(territoires, new String[] {NIVEAU, CODE_TERRITOIRE}, "inner")
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(LIBELLE_TERRITOIRE),
                        col(CODE_REGION),
                        col(SERVICE),
                        col(MOIS),
                        col(NB_DECLARANTS),
                        col(NB_HEURES),
                        col(NB_PERSONNES),
                        col(NB_ETP),
                        try_divide(col(Choix.ESTIME).cast("double"), col(NB_DECLARANTS))
                                .as(PART_ESTIMEE));
    }
}

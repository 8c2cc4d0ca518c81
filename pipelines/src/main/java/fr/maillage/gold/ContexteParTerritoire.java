package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.ContexteDesCommunes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The context of the territories of the cadre, beside any other table by territory.
 *
 * <p>What a source gives for a territory goes before what can be carried up from communes.
 */
public final class ContexteParTerritoire implements Transformation {

    private static final String[] KEY = {NIVEAU, CODE_TERRITOIRE, ANNEE, INDICATEUR};

    @Override
    public TableContract target() {
        return Gold.CONTEXTE_PAR_TERRITOIRE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.CONTEXTE_TERRITOIRE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        ContexteDesCommunes communes = new ContexteDesCommunes(
                tables.read(Silver.COMMUNE_SUCCESSEUR),
                tables.read(Silver.PASSAGE_COMMUNE),
                tables.read(Silver.RATTACHEMENT));
        Dataset<Row> territoires = tables.read(Silver.TERRITOIRE);
        Dataset<Row> contextes = tables.read(Silver.CONTEXTE_TERRITOIRE);
        return apply(contextes, communes.parTerritoire(contextes, territoires), territoires);
    }

    static Dataset<Row> apply(Dataset<Row> contextes, Dataset<Row> desCommunes, Dataset<Row> territoires) {
        Dataset<Row> publies = contextes
                .where(col(NIVEAU).notEqual("commune"))
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(ANNEE),
                        col(INDICATEUR),
                        col(VALEUR_INDICATEUR),
                        col(BORNE_BASSE),
                        col(BORNE_HAUTE),
                        col(QUALIFICATIF),
                        col(SOURCE_INDICATEUR),
                        lit("publiee").as(ORIGINE_VALEUR),
                        lit(0.0).as(PART_ESTIMEE));
        Dataset<Row> portes = desCommunes
                .join(broadcast(publies.select(NIVEAU, CODE_TERRITOIRE, ANNEE, INDICATEUR)), KEY, "left_anti")
                .withColumn(PART_ESTIMEE, coalesce(col(PART_ESTIMEE), lit(0.0)));
        return publies.unionByName(portes)
                .join(
                        broadcast(territoires.select(NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE)),
                        new String[] {NIVEAU, CODE_TERRITOIRE},
                        "inner");
    }
}

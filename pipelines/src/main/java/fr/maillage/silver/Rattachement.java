package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.DivisionsDuCadre;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The one bridge from a commune of the cadre's geography to the territories that hold it.
 *
 * <p>A commune merged from members of two EPCI belongs to that of the member whose code it kept; of two zones of another
 * division it belongs to both, by the inhabitants it had from each.
 */
public final class Rattachement implements Transformation {

    private static final String TERRITOIRE = "_territoire";
    private static final String LUE = "_lue";

    @Override
    public TableContract target() {
        return Silver.RATTACHEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> cadre = Millesimes.newest(tables.read(Silver.COMMUNE), tables.value(Parametres.GEOGRAPHIE));
        Niveaux niveaux = Niveaux.of(tables.value(Parametres.NIVEAUX));
        Dataset<Row> divisions = DivisionsDuCadre.of(
                niveaux.retenues(tables.read(Silver.DIVISION)), cadre, tables.read(Silver.PASSAGE_COMMUNE));
        return niveaux.retenus(apply(cadre, tables.read(Silver.EPCI_COMMUNE), tables.read(Silver.COMMUNE_SUCCESSEUR)))
                .unionByName(divisions);
    }

    static Dataset<Row> apply(Dataset<Row> cadre, Dataset<Row> compositions, Dataset<Row> successeurs) {
        Dataset<Row> territoires = cadre.join(
                        epci(cadre, compositions, successeurs), new String[] {CODE_COMMUNE}, "left")
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        explode(array(
                                        territoire("commune", col(CODE_COMMUNE)),
                                        territoire("epci", col(CODE_EPCI)),
                                        territoire("departement", col(CODE_DEPARTEMENT)),
                                        territoire("region", col(CODE_REGION)),
                                        territoire("national", lit("FR"))))
                                .as(TERRITOIRE));
        return territoires
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(TERRITOIRE + ".*"),
                        lit(1.0).as(PART),
                        lit("exact").as(NATURE_PART))
                .where(col(CODE_TERRITOIRE).isNotNull());
    }

    private static Column territoire(String niveau, Column code) {
        return struct(lit(niveau).as(NIVEAU), code.as(CODE_TERRITOIRE));
    }

    /** The EPCI of each commune of the cadre that belongs to one. */
    private static Dataset<Row> epci(Dataset<Row> cadre, Dataset<Row> compositions, Dataset<Row> successeurs) {
        Dataset<Row> annee = cadre.agg(max(MILLESIME).as("_cadre"));
        Dataset<Row> choice = compositions
                .select(MILLESIME)
                .distinct()
                .crossJoin(broadcast(annee))
                .agg(coalesce(max(when(col(MILLESIME).leq(col("_cadre")), col(MILLESIME))), min(MILLESIME))
                        .as(MILLESIME));
        Column ownCodeFirst = struct(col(CODE_COMMUNE).notEqual(col(CODE_COMMUNE_CIBLE)), col(CODE_COMMUNE));
        Dataset<Row> lectures =
                successeurs.select(col(CODE_COMMUNE).as(LUE), col(LU_DU), col(LU_AU), col(CODE_COMMUNE_CIBLE));
        return compositions
                .join(broadcast(choice), MILLESIME)
                .join(
                        lectures,
                        col(LUE).equalTo(col(CODE_COMMUNE)).and(Millesimes.within(col(MILLESIME), LU_DU, LU_AU)))
                .groupBy(CODE_COMMUNE_CIBLE)
                .agg(min_by(col(CODE_EPCI), ownCodeFirst).as(CODE_EPCI))
                .withColumnRenamed(CODE_COMMUNE_CIBLE, CODE_COMMUNE);
    }
}

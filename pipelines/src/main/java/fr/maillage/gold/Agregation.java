package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import fr.maillage.silver.territoire.Passerelle;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lifts measures told by commune to every level of territory, along the one bridge.
 *
 * <p>A row with code_commune and millesime comes out once per level whose territory is certain, with niveau and
 * code_territoire. The country counts every row, those without a known commune too: what goes in comes out.
 */
public final class Agregation {

    /** Level and code of the country. */
    public static final String NATIONAL = "national";

    public static final String FRANCE = "FR";

    private static final String TERRITOIRES = "_territoires";

    private Agregation() {}

    public static Dataset<Row> parTerritoire(Dataset<Row> mesures, Passerelle passerelle) {
        Dataset<Row> ponts = passerelle
                .territoires(mesures)
                .where(col(Passerelle.CERTAIN).and(col(NIVEAU).notEqual(NATIONAL)))
                .groupBy(CODE_COMMUNE, MILLESIME)
                .agg(collect_list(struct(NIVEAU, CODE_TERRITOIRE)).as(TERRITOIRES));
        return mesures.join(broadcast(ponts), new String[] {CODE_COMMUNE, MILLESIME}, "left")
                .withColumn(TERRITOIRES, explode(concat(array(national()), known(ponts))))
                .select(col("*"), col(TERRITOIRES + ".*"))
                .drop(TERRITOIRES);
    }

    private static Column national() {
        return struct(lit(NATIONAL).as(NIVEAU), lit(FRANCE).as(CODE_TERRITOIRE));
    }

    private static Column known(Dataset<Row> ponts) {
        return coalesce(
                col(TERRITOIRES), array().cast(ponts.schema().apply(TERRITOIRES).dataType()));
    }
}

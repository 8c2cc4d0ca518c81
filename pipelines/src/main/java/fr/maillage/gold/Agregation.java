package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
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
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        array(
                                        territoire("commune", col(CODE_COMMUNE_CIBLE)),
                                        territoire("epci", col(CODE_EPCI)),
                                        territoire("departement", col(CODE_DEPARTEMENT)),
                                        territoire("region", col(CODE_REGION)))
                                .as(TERRITOIRES));
        Column country = array(territoire(NATIONAL, lit(FRANCE)));
        return mesures.join(broadcast(ponts), new String[] {CODE_COMMUNE, MILLESIME}, "left")
                .withColumn(TERRITOIRES, explode(coalesce(concat(country, col(TERRITOIRES)), country)))
                .select(col("*"), col(TERRITOIRES + ".*"))
                .where(col(CODE_TERRITOIRE).isNotNull())
                .drop(TERRITOIRES);
    }

    private static Column territoire(String niveau, Column code) {
        return struct(lit(niveau).as(NIVEAU), code.as(CODE_TERRITOIRE));
    }
}

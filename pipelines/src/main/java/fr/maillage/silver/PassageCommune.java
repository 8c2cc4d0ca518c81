package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.passage.Portions;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.SparkSchemas;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Every period of every commune code, tied to stable pieces of territory with the shares of its inhabitants. */
public final class PassageCommune implements Transformation {

    private static final int MOST_LIVES = 500_000;
    private static final int MOST_POPULATIONS = 2_000_000;
    private static final String PORTION = "_portion";
    private static final String ATOME_SEUL = "_atome";

    @Override
    public TableContract target() {
        return Silver.PASSAGE_COMMUNE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> vies = tables.read(Silver.COMMUNE_VIE);
        Dataset<Row> populations = utiles(tables.read(Silver.POPULATION), vies);
        return apply(
                vies.select(CODE_COMMUNE).distinct(),
                Portions.of(tables.list(vies, MOST_LIVES), tables.list(populations, MOST_POPULATIONS)));
    }

    static Dataset<Row> apply(Dataset<Row> codes, Map<String, Row[]> portions) {
        Broadcast<Map<String, Row[]>> shared = Shared.of(portions);
        UDF1<String, Row[]> find = code -> shared.value().get(code);
        return codes.select(explode(udf(find, DataTypes.createArrayType(SparkSchemas.of(Silver.PASSAGE_COMMUNE)))
                                .apply(col(CODE_COMMUNE)))
                        .as(PORTION))
                .select(PORTION + ".*");
    }

    /** The populations of communes that share a piece with a commune of several: no other weighs anything. */
    private static Dataset<Row> utiles(Dataset<Row> populations, Dataset<Row> vies) {
        Dataset<Row> pieces = vies.where(size(col(ATOMES)).gt(1))
                .select(explode(col(ATOMES)).as(ATOME_SEUL))
                .distinct();
        Dataset<Row> codes = vies.select(col(CODE_COMMUNE), explode(col(ATOMES)).as(ATOME_SEUL))
                .join(pieces, ATOME_SEUL)
                .select(CODE_COMMUNE)
                .distinct();
        return populations
                .join(codes, new String[] {CODE_COMMUNE}, "left_semi")
                .select(CODE_COMMUNE, MILLESIME, ANNEE, POPULATION_MUNICIPALE);
    }
}

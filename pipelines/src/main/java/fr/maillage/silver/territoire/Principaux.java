package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One territory of each level for a commune, where only one can be told: on a map, or of a point. */
public final class Principaux {

    private static final double MOST_OF_IT = 0.5;

    private Principaux() {}

    /** code_commune, niveau and the code_territoire that holds most of the commune; no row where most of it lies in none. */
    public static Dataset<Row> of(Dataset<Row> rattachement) {
        Column part = coalesce(col(PART), lit(1.0));
        return rattachement
                .where(part.geq(MOST_OF_IT))
                .groupBy(CODE_COMMUNE, NIVEAU)
                .agg(max_by(col(CODE_TERRITOIRE), struct(part, col(CODE_TERRITOIRE)))
                        .as(CODE_TERRITOIRE));
    }
}

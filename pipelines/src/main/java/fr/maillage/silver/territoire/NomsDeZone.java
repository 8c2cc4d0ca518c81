package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import fr.maillage.schemas.CodeList;
import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Names of the zones of INSEE: division, code_zone and libelle_zone, where a file gives one. */
public final class NomsDeZone {

    private NomsDeZone() {}

    /** A bassin de vie has the code and the name of the commune at its centre. */
    public static Dataset<Row> of(Dataset<Row> arrondissements, Dataset<Row> communes) {
        Dataset<Row> noms = communes.groupBy(CODE_COMMUNE)
                .agg(max_by(col(LIBELLE), col(MILLESIME)).as(LIBELLE));
        return arrondissements
                .groupBy(Lignes.text(ARR).as(CODE_ZONE))
                .agg(max_by(Lignes.text(LIBELLE), col(Technical.MILLESIME)).as(LIBELLE_ZONE))
                .select(lit("arrondissement").as(DIVISION), col(CODE_ZONE), col(LIBELLE_ZONE))
                .union(bassins("bassin_de_vie_2012", noms))
                .union(bassins("bassin_de_vie_2022", noms))
                .union(regions(communes));
    }

    private static Dataset<Row> bassins(String division, Dataset<Row> noms) {
        return noms.select(
                lit(division).as(DIVISION),
                col(CODE_COMMUNE).as(CODE_ZONE),
                col(LIBELLE).as(LIBELLE_ZONE));
    }

    private static Dataset<Row> regions(Dataset<Row> communes) {
        Column listed = array(CodeList.read("region_2015").rows().stream()
                .map(row -> struct(
                        lit(row.get("code_region")).as(CODE_ZONE),
                        lit(row.get("libelle")).as(LIBELLE_ZONE)))
                .distinct()
                .toArray(Column[]::new));
        return communes.agg(max(MILLESIME))
                .select(explode(listed).as("_region"))
                .select(lit("region_2015").as(DIVISION), col("_region.*"))
                .distinct();
    }
}

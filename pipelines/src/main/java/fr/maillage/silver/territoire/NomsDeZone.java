package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;

import fr.maillage.schemas.CodeList;
import fr.maillage.warehouse.Technical;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Names of the zones of INSEE: division, code_zone and libelle_zone, where a file gives one. */
public final class NomsDeZone {

    private static final String RANG = "_rang_nom";

    private NomsDeZone() {}

    /**
     * One name per zone: that of the workbook of zonings first. A bassin de vie has the code and the name of the commune
     * at its centre.
     */
    public static Dataset<Row> of(Dataset<Row> zones, Dataset<Row> arrondissements, Dataset<Row> communes) {
        Dataset<Row> noms = communes.groupBy(CODE_COMMUNE)
                .agg(max_by(col(LIBELLE), col(MILLESIME)).as(LIBELLE));
        Dataset<Row> others = arrondissements
                .groupBy(Lignes.text(ARR).as(CODE_ZONE))
                .agg(max_by(Lignes.text(LIBELLE), col(Technical.MILLESIME)).as(LIBELLE_ZONE))
                .select(lit("arrondissement").as(DIVISION), col(CODE_ZONE), col(LIBELLE_ZONE))
                .union(bassins("bassin_de_vie_2012", noms))
                .union(bassins("bassin_de_vie_2022", noms))
                .union(regions(communes));
        return nommees(zones)
                .unionByName(others.withColumn(RANG, lit(null).cast("date")))
                .where(col(LIBELLE_ZONE).isNotNull())
                .groupBy(DIVISION, CODE_ZONE)
                .agg(max_by(col(LIBELLE_ZONE), struct(col(RANG).isNotNull(), col(RANG), col(LIBELLE_ZONE)))
                        .as(LIBELLE_ZONE));
    }

    /** What the workbook calls its zones; its levels are the columns of {@code codes/division}. */
    private static Dataset<Row> nommees(Dataset<Row> zones) {
        Column divisions = map(CodeList.read("division").rows().stream()
                .flatMap(row -> Arrays.stream(row.get("colonne").split(","))
                        .flatMap(column -> Stream.of(column, row.get("code"))))
                .map(functions::lit)
                .toArray(Column[]::new));
        return zones.select(
                        try_element_at(divisions, lower(Lignes.text(NIVGEO))).as(DIVISION),
                        Lignes.text(CODGEO).as(CODE_ZONE),
                        Lignes.text(LIBGEO).as(LIBELLE_ZONE),
                        col(Technical.MILLESIME).as(RANG))
                .where(col(DIVISION).isNotNull());
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

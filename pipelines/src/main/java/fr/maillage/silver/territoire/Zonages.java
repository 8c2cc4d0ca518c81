package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import fr.maillage.warehouse.Technical;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Communes and the zones of INSEE that hold them: what each column of its table is called stands in {@code codes/division}.
 *
 * <p>Arrondissements and cantons come from the code officiel géographique in the years whose table is not loaded; the
 * régions of before 2016 from the départements they were made of. Only what is asked for is computed: a zoning is a row per
 * commune and year.
 */
public final class Zonages {

    private static final String REGION_2015 = "region_2015";
    private static final String ZONE = "_zone";

    private Zonages() {}

    /** division, code_zone, code_commune, millesime, part, nature_part, origine_division and where it stands. */
    public static Dataset<Row> of(Dataset<Row> lignes, Dataset<Row> communes, Niveaux niveaux) {
        Dataset<Row> zonages = zonages(lignes, niveaux);
        Dataset<Row> told = zonages.select(DIVISION, MILLESIME).distinct();
        Dataset<Row> cog =
                cog(communes, niveaux).join(broadcast(told), new String[] {DIVISION, MILLESIME}, "left_anti");
        return zonages.unionByName(cog)
                .unionByName(anciennes(communes.where(lit(niveaux.wants(REGION_2015)))))
                .withColumn(PART, lit(1.0))
                .withColumn(NATURE_PART, lit("exact"))
                .withColumn(ORIGINE_DIVISION, lit("insee"))
                .withColumn(Technical.REGLES, array().cast("array<string>"));
    }

    private static Dataset<Row> zonages(Dataset<Row> lignes, Niveaux niveaux) {
        Column[] zones = CodeList.read("division").rows().stream()
                .filter(division -> niveaux.wants(division.get("code")))
                .map(Zonages::zone)
                .toArray(Column[]::new);
        // Of an array without columns Spark knows no type.
        Column[] known = zones.length > 0
                ? zones
                : new Column[] {zone(CodeList.read("division").rows().get(0))};
        return lignes.where(lit(zones.length > 0))
                .where(Lignes.text(CODGEO).isNotNull())
                .withColumn(CODE_COMMUNE, lpad(Lignes.text(CODGEO), 5, "0"))
                .withColumn(MILLESIME, Lignes.annee())
                .withColumn("_rang_ligne", Lignes.rang(CODE_COMMUNE, MILLESIME))
                .where(col("_rang_ligne").equalTo(1))
                .withColumn(ZONE, explode(array(known)))
                .where(col(ZONE + "." + CODE_ZONE).isNotNull())
                .select(
                        col(ZONE + "." + DIVISION),
                        col(ZONE + "." + CODE_ZONE),
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE));
    }

    /** The zone of one division; null out of any. A code of another year's column is that of the newest one. */
    private static Column zone(Map<String, String> division) {
        Column published = coalesce(Arrays.stream(division.get("colonne").split(","))
                .map(Lignes::text)
                .toArray(Column[]::new));
        int width = Integer.parseInt(division.get("longueur"));
        Column code =
                when(length(published).lt(width), lpad(published, width, "0")).otherwise(published);
        return struct(
                lit(division.get("code")).as(DIVISION),
                when(not(code.rlike(division.get("hors_zone"))), code).as(CODE_ZONE));
    }

    private static Dataset<Row> cog(Dataset<Row> communes, Niveaux niveaux) {
        Column zones = array(
                struct(
                        lit("arrondissement").as(DIVISION),
                        col(CODE_ARRONDISSEMENT).as(CODE_ZONE)),
                struct(lit("canton").as(DIVISION), col(CODE_CANTON).as(CODE_ZONE)));
        boolean wanted = niveaux.wants("arrondissement") || niveaux.wants("canton");
        return located(communes.where(lit(wanted)).withColumn(ZONE, explode(zones)))
                .where(lit(niveaux.wants("arrondissement")).or(col(DIVISION).notEqual("arrondissement")))
                .where(lit(niveaux.wants("canton")).or(col(DIVISION).notEqual("canton")))
                .where(not(col(CODE_ZONE).rlike("NR|Z|^$")));
    }

    /** The régions of before 2016, in the newest vintage. */
    private static Dataset<Row> anciennes(Dataset<Row> communes) {
        Column regions = map(CodeList.read("region_2015").rows().stream()
                .flatMap(row -> Stream.of(row.get("code_departement"), row.get("code_region")))
                .map(functions::lit)
                .toArray(Column[]::new));
        Dataset<Row> newest = communes.agg(max(MILLESIME).as(MILLESIME));
        Column zone = struct(
                lit(REGION_2015).as(DIVISION),
                try_element_at(regions, col(CODE_DEPARTEMENT)).as(CODE_ZONE));
        return located(communes.join(broadcast(newest), MILLESIME).withColumn(ZONE, zone));
    }

    private static Dataset<Row> located(Dataset<Row> communes) {
        return communes.select(
                        col(ZONE + "." + DIVISION),
                        col(ZONE + "." + CODE_ZONE),
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        lit(null).cast("string").as(Technical.FICHIER),
                        lit(null).cast("bigint").as(Technical.LIGNE))
                .where(col(CODE_ZONE).isNotNull());
    }
}

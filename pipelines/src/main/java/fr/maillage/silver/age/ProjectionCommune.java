package fr.maillage.silver.age;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Denominateur;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Projections carried down to the communes of the territories they are given for. */
public final class ProjectionCommune implements Transformation {

    private static final String BANDES = "_bandes";
    private static final String CELLULES = "_cellules";
    private static final String COMMUNE_DU_CADRE = "_commune_du_cadre";
    private static final String COMMUNES = "_communes";
    private static final String GENS = "_gens";
    private static final String LIGNE = "_ligne_projetee";
    private static final String MARGE = "_marge";
    private static final String PART_DU_CADRE = "_part_du_cadre";
    private static final String TOUS = "_tous";
    private static final String COMMUNE = "commune";

    @Override
    public TableContract target() {
        return Silver.PROJECTION_COMMUNE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.PROJECTION_POPULATION, Silver.POPULATION_AGE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Denominateur denominateur = new Denominateur(
                tables.read(Silver.COMMUNE_VIE),
                tables.read(Silver.COMMUNE_SUCCESSEUR),
                tables.read(Silver.RATTACHEMENT));
        return apply(
                tables.read(Silver.PROJECTION_POPULATION),
                tables.read(Silver.POPULATION_AGE),
                denominateur.parts(tables.read(Silver.POPULATION), tables.value(Parametres.ANNEE_POPULATION)),
                Tranches.of(tables),
                tables.value(Parametres.PROJECTION_DERIVE));
    }

    /** @param parts the share of each commune, of the year of its figure, that each territory holds */
    static Dataset<Row> apply(
            Dataset<Row> projections, Dataset<Row> ages, Dataset<Row> parts, Tranches tranches, double derive) {
        Dataset<Row> donnes = retenus(projections);
        Column lignes = FonctionsAge.projetees(tranches, derive)
                .apply(col(BANDES), col(COMMUNES), abs(col(ANNEE).minus(col(ANNEE_STRUCTURE))));
        return donnes.join(communes(donnes, ages, parts), new String[] {NIVEAU, CODE_TERRITOIRE})
                .withColumn(LIGNE, explode(lignes))
                .select(col(NIVEAU), col(CODE_TERRITOIRE), col(ANNEE), col(SCENARIO), col(LIGNE + ".*"));
    }

    /** The bands of each given territory; of each year and scenario those of the level that has most territories. */
    private static Dataset<Row> retenus(Dataset<Row> projections) {
        Dataset<Row> donnes = projections
                .groupBy(ANNEE, SCENARIO, NIVEAU, CODE_TERRITOIRE, MILLESIME)
                .agg(collect_list(struct(SEXE, AGE_MIN, AGE_MAX, EFFECTIF_PUBLIE))
                        .as(BANDES))
                .groupBy(ANNEE, SCENARIO, NIVEAU, CODE_TERRITOIRE)
                .agg(max_by(col(BANDES), col(MILLESIME)).as(BANDES));
        Dataset<Row> niveaux = donnes.groupBy(ANNEE, SCENARIO, NIVEAU)
                .agg(count(lit(1)).as(TOUS))
                .groupBy(ANNEE, SCENARIO)
                .agg(max_by(col(NIVEAU), struct(col(TOUS), col(NIVEAU))).as(NIVEAU));
        return donnes.join(niveaux, new String[] {ANNEE, SCENARIO, NIVEAU}, "left_semi")
                .select(ANNEE, SCENARIO, NIVEAU, CODE_TERRITOIRE, BANDES);
    }

    /** The people of today of the communes of each given territory, by elementary band, side by side. */
    private static Dataset<Row> communes(Dataset<Row> donnes, Dataset<Row> ages, Dataset<Row> parts) {
        Dataset<Row> duCadre = parts.where(col(NIVEAU).equalTo(COMMUNE))
                .select(
                        col(CODE_TERRITOIRE).as(COMMUNE_DU_CADRE),
                        col(CODE_COMMUNE),
                        col(ANNEE),
                        col(PART).as(PART_DU_CADRE));
        Dataset<Row> portions = parts.join(
                        donnes.select(NIVEAU, CODE_TERRITOIRE).distinct(),
                        new String[] {NIVEAU, CODE_TERRITOIRE},
                        "left_semi")
                .join(duCadre, new String[] {CODE_COMMUNE, ANNEE})
                .withColumn(PART, portion())
                .where(col(PART).gt(0));
        Dataset<Row> cellules = ages(portions, ages)
                .groupBy(NIVEAU, CODE_TERRITOIRE, COMMUNE_DU_CADRE)
                .agg(
                        max(ANNEE).as(ANNEE_STRUCTURE),
                        array_sort(collect_list(struct(AGE_MIN, GENS, MARGE))).as(CELLULES),
                        sum(GENS).as(GENS));
        Dataset<Row> tous = ages(duCadre.withColumnRenamed(PART_DU_CADRE, PART), ages, COMMUNE_DU_CADRE)
                .groupBy(COMMUNE_DU_CADRE)
                .agg(sum(GENS).as(TOUS));
        Column part = least(lit(1.0), coalesce(try_divide(col(GENS), col(TOUS)), lit(1.0)));
        return cellules.join(tous, COMMUNE_DU_CADRE)
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(COMMUNE_DU_CADRE),
                        col(ANNEE_STRUCTURE),
                        col(CELLULES),
                        part.as(PART))
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(
                        max(ANNEE_STRUCTURE).as(ANNEE_STRUCTURE),
                        array_sort(collect_list(struct(COMMUNE_DU_CADRE, PART, CELLULES)))
                                .as(COMMUNES));
    }

    /** Of a commune in its own territory there is one share, not its square. */
    private static Column portion() {
        return org.apache
                .spark
                .sql
                .functions
                .when(col(NIVEAU).equalTo(COMMUNE).and(col(CODE_TERRITOIRE).equalTo(col(COMMUNE_DU_CADRE))), col(PART))
                .when(col(NIVEAU).equalTo(COMMUNE), lit(0.0))
                .otherwise(col(PART).multiply(col(PART_DU_CADRE)));
    }

    private static Dataset<Row> ages(Dataset<Row> portions, Dataset<Row> ages) {
        return ages(portions, ages, NIVEAU, CODE_TERRITOIRE, COMMUNE_DU_CADRE);
    }

    private static Dataset<Row> ages(Dataset<Row> portions, Dataset<Row> ages, String... key) {
        Column half = col(BORNE_HAUTE).minus(col(BORNE_BASSE)).divide(lit(2.0));
        String[] all = Arrays.copyOf(key, key.length + 1);
        all[key.length] = AGE_MIN;
        return portions.join(
                        ages.select(CODE_COMMUNE, ANNEE, AGE_MIN, NB_PERSONNES_AGE, BORNE_BASSE, BORNE_HAUTE),
                        new String[] {CODE_COMMUNE, ANNEE})
                .groupBy(Arrays.stream(all).map(name -> col(name)).toArray(Column[]::new))
                .agg(
                        max(ANNEE).as(ANNEE),
                        sum(col(NB_PERSONNES_AGE).multiply(col(PART))).as(GENS),
                        when(min(half.isNotNull()), sum(half.multiply(col(PART))))
                                .as(MARGE));
    }
}
